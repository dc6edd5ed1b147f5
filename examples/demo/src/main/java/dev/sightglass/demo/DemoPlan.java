package dev.sightglass.demo;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the demonstration is to do.
 *
 * @param reports after how many reports it ends by itself; 0 for never
 * @param filesPerSecond how fast files are dropped; 0 for as fast as possible
 * @param port of the service's API
 * @param managementPort of health and metrics
 * @param latency of the simulated server
 * @param seed of the files
 * @param keep whether the working folder stays
 * @param java the program that runs the service
 * @param service the service's jar
 */
record DemoPlan(int reports, double filesPerSecond, int port, int managementPort, Duration latency, long seed,
    boolean keep, Path java,
    Path service) {}
