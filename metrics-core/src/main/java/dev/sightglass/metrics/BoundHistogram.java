package dev.sightglass.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.model.snapshots.Exemplars;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One series of a histogram. Observing allocates nothing with classic buckets; with native ones the client library boxes
 * the number of the bucket, 16 to 40 bytes. Safe for any number of threads; on a disabled collector every call does
 * nothing, and the clock is not read.
 *
 * @since 0.1.0
 */
public final class BoundHistogram extends BoundSeries {
    static final BoundHistogram DISABLED = new BoundHistogram(List.of(), null, null);
    private static final double SECONDS_PER_NANO = 1e-9;

    private final @Nullable DistributionDataPoint point;
    private final @Nullable ExemplarSlots exemplars;

    BoundHistogram(List<String> labelValues, @Nullable DistributionDataPoint point,
        @Nullable ExemplarSlots exemplars) {
        super(labelValues);
        this.point = point;
        this.exemplars = exemplars;
    }

    /**
     * Observes a value in the unit of the metric.
     *
     * @param value the value; not-a-number is ignored
     */
    public void observe(double value) {
        if (point != null) {
            point.observe(value);
            if (exemplars != null) {
                exemplars.offer(value);
            }
        }
    }

    /**
     * Observes a duration in a histogram of seconds.
     *
     * @param duration the duration
     */
    public void observe(Duration duration) {
        if (point != null) {
            observe(duration.getSeconds() + duration.getNano() * SECONDS_PER_NANO);
        }
    }

    /**
     * Observes a duration in a histogram of seconds.
     *
     * @param nanos the duration in nanoseconds
     */
    public void observeNanos(long nanos) {
        if (point != null) {
            observe(nanos * SECONDS_PER_NANO);
        }
    }

    /**
     * Reads the clock at the start of a timed piece of work. With {@link #stop(long)} this times without allocating.
     *
     * @return a stamp for {@link #stop(long)}, meaningless otherwise
     */
    public long start() {
        return point == null ? 0 : System.nanoTime();
    }

    /**
     * Observes the time since {@link #start()}.
     *
     * @param started what {@link #start()} returned
     */
    public void stop(long started) {
        if (point != null) {
            observe((System.nanoTime() - started) * SECONDS_PER_NANO);
        }
    }

    /**
     * Runs work and observes how long it took, whether it returns or throws.
     *
     * @param work the work
     */
    public void time(Runnable work) {
        long started = start();
        try {
            work.run();
        } finally {
            stop(started);
        }
    }

    /**
     * Calls work and observes how long it took, whether it returns or throws.
     *
     * @param work the work
     * @param <T> the type of its result
     * @return what the work returned
     * @throws Exception what the work threw
     */
    public <T extends @Nullable Object> T time(Callable<T> work) throws Exception {
        long started = start();
        try {
            return work.call();
        } finally {
            stop(started);
        }
    }

    /**
     * How many values were observed.
     *
     * @return the count; 0 on a disabled collector
     */
    public long count() {
        return point == null ? 0 : point.getCount();
    }

    /**
     * The sum of the observed values.
     *
     * @return the sum in the unit of the metric; 0 on a disabled collector
     */
    public double sum() {
        return point == null ? 0 : point.getSum();
    }

    Exemplars exemplars() {
        return exemplars == null ? Exemplars.EMPTY : exemplars.collect();
    }

    @Override
    long activity() {
        return count();
    }
}
