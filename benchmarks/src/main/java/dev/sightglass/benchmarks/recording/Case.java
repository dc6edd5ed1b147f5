package dev.sightglass.benchmarks.recording;

/**
 * What was measured.
 *
 * @param benchmark class and method, such as {@code Counters.sightglass}
 * @param threads how many threads updated one series
 */
record Case(String benchmark, int threads) {}
