package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundHistogram;

/**
 * A running time, observed when closed. Made for try-with-resources; closing it twice observes twice.
 *
 * @since 0.1.0
 */
public final class Timing implements AutoCloseable {
    private final BoundHistogram histogram;
    private final long started;

    Timing(BoundHistogram histogram) {
        this.histogram = histogram;
        this.started = histogram.start();
    }

    @Override
    public void close() {
        histogram.stop(started);
    }
}
