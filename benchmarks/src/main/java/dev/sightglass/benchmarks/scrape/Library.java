package dev.sightglass.benchmarks.scrape;

/** Whose scrape it is. */
public enum Library {
    SIGHTGLASS, CLIENT_JAVA, MICROMETER
}
