package dev.sightglass.benchmarks.recording;

/**
 * One case in one round.
 *
 * @param nanos nanoseconds for one call on one thread, in the best iteration
 * @param bytes bytes that one call allocated
 */
record Measured(double nanos, double bytes) {}
