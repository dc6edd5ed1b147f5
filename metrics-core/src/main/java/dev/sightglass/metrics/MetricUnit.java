package dev.sightglass.metrics;

import io.prometheus.metrics.model.snapshots.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The base unit of a metric. Prometheus knows base units only, so there are no milliseconds and no kilobytes here: what
 * is measured in another unit is converted before it is recorded.
 *
 * @since 0.1.0
 */
public enum MetricUnit {
    /** A count of things, named by the metric itself. */
    NONE(""),
    /** Seconds, as a floating point number. */
    SECONDS("seconds"),
    /** Bytes. */
    BYTES("bytes"),
    /** A share between 0 and 1. */
    RATIO("ratio");

    private final String suffix;

    MetricUnit(String suffix) {
        this.suffix = suffix;
    }

    /**
     * The word that ends the metric's name; empty for {@link #NONE}.
     *
     * @return the suffix, without underscore
     */
    public String suffix() {
        return suffix;
    }

    @Nullable
    Unit prometheusUnit() {
        return this == NONE ? null : new Unit(suffix);
    }
}
