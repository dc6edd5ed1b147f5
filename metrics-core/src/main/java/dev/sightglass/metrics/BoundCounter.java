package dev.sightglass.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series of a counter. Updates go to striped adders, allocate nothing and never throw: an amount that a counter
 * cannot take, negative or not-a-number, is ignored, because a metric must not break what it watches. Safe for any number
 * of threads; on a disabled collector every call does nothing.
 *
 * @since 0.1.0
 */
public final class BoundCounter extends BoundSeries {
    static final BoundCounter DISABLED = new BoundCounter(List.of(), null);

    private final @Nullable CounterDataPoint point;

    BoundCounter(List<String> labelValues, @Nullable CounterDataPoint point) {
        super(labelValues);
        this.point = point;
    }

    /** Counts one. */
    public void inc() {
        if (point != null) {
            point.inc(1L);
        }
    }

    /**
     * Counts several.
     *
     * @param amount how many; ignored if negative
     */
    public void inc(long amount) {
        if (point != null && amount >= 0) {
            point.inc(amount);
        }
    }

    /**
     * Adds a fraction, for counters of seconds.
     *
     * @param amount how much; ignored if negative or not-a-number
     */
    public void inc(double amount) {
        if (point != null && amount >= 0) {
            point.inc(amount);
        }
    }

    /**
     * The present value.
     *
     * @return the sum of all updates; 0 on a disabled collector
     */
    public double value() {
        return point == null ? 0 : point.get();
    }

    @Override
    long activity() {
        return Double.doubleToRawLongBits(value());
    }
}
