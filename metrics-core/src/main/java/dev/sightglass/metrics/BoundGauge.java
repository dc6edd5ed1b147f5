package dev.sightglass.metrics;

import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series of a gauge that the program sets. Where the truth can be asked instead, prefer
 * {@link GaugeMetric#observe}, which cannot drift. Safe for any number of threads; on a disabled collector every call
 * does nothing.
 *
 * @since 0.1.0
 */
public final class BoundGauge extends BoundSeries {
    static final BoundGauge DISABLED = new BoundGauge(List.of(), null);

    private final @Nullable GaugeDataPoint point;

    BoundGauge(List<String> labelValues, @Nullable GaugeDataPoint point) {
        super(labelValues);
        this.point = point;
    }

    /**
     * Sets the value.
     *
     * @param value the new value
     */
    public void set(double value) {
        if (point != null) {
            point.set(value);
        }
    }

    /** Adds one. */
    public void inc() {
        if (point != null) {
            point.inc();
        }
    }

    /** Takes one away. */
    public void dec() {
        if (point != null) {
            point.dec();
        }
    }

    /**
     * The present value.
     *
     * @return the value; 0 on a disabled collector
     */
    public double value() {
        return point == null ? 0 : point.get();
    }

    @Override
    long activity() {
        return Double.doubleToRawLongBits(value());
    }
}
