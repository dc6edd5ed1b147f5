package dev.sightglass.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One series of a gauge that the program sets. Where the truth can be asked instead, prefer
 * {@link GaugeMetric#observe}, which cannot drift. Stepping up and down goes to striped adders and allocates nothing. Safe
 * for any number of threads; on a disabled collector every call does nothing.
 *
 * @since 0.1.0
 */
public final class BoundGauge extends BoundSeries {
    static final BoundGauge DISABLED = new BoundGauge(List.of(), null);

    private final @Nullable LongAdder steps;
    /** What was set last, less the steps that had been taken by then. */
    private volatile double base;

    BoundGauge(List<String> labelValues) {
        this(labelValues, new LongAdder());
    }

    private BoundGauge(List<String> labelValues, @Nullable LongAdder steps) {
        super(labelValues);
        this.steps = steps;
    }

    /**
     * Sets the value.
     *
     * @param value the new value
     */
    public void set(double value) {
        if (steps != null) {
            base = value - steps.sum();
        }
    }

    /** Adds one. */
    public void inc() {
        if (steps != null) {
            steps.increment();
        }
    }

    /** Takes one away. */
    public void dec() {
        if (steps != null) {
            steps.decrement();
        }
    }

    /**
     * The present value.
     *
     * @return the value; 0 on a disabled collector
     */
    public double value() {
        return steps == null ? 0 : base + steps.sum();
    }

    @Override
    long activity() {
        return Double.doubleToRawLongBits(value());
    }
}
