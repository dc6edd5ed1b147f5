package dev.sightglass.benchmarks.delivery;

import java.time.Duration;

/**
 * What differs from one measured service to the next.
 *
 * @param latency of the simulated server
 * @param concurrency uploads at once
 * @param rateLimit as {@code sightglass.upload.rate-limit} has it
 * @param metrics whether metrics are on
 */
record Setup(Duration latency, int concurrency, String rateLimit, boolean metrics) {

    static Setup of(Duration latency, int concurrency) {
        return new Setup(latency, concurrency, "none", true);
    }

    Setup withRateLimit(String limit) {
        return new Setup(latency, concurrency, limit, metrics);
    }

    Setup withMetrics(boolean on) {
        return new Setup(latency, concurrency, rateLimit, on);
    }
}
