package dev.sightglass.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What recording costs on this machine, measured in some tens of milliseconds. A hint for the budget of a program, not a
 * benchmark: the JIT compiler has had little time when it is measured at start.
 *
 * @param clockNanos one read of the clock
 * @param countNanos one count on a bound counter
 * @param observeNanos one observation on a bound histogram with classic and native buckets
 * @param timedCallNanos one timed call: two reads of the clock and an observation
 * @since 0.1.0
 */
public record Overhead(double clockNanos, double countNanos, double observeNanos, double timedCallNanos) {
    private static final int ROUNDS = 10;
    private static final int CALLS = 3_000;

    /**
     * The shortest operation for which timing it stays under a share of its own time.
     *
     * @param share the share, such as 0.01 for one percent
     * @return nanoseconds
     * @throws IllegalArgumentException if the share is not between 0 and 1
     */
    public double shortestOperationNanos(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: must be above 0 and at most 1. Found: " + share);
        }
        return timedCallNanos / share;
    }

    static Overhead measure() {
        MetricsCollector scratch = MetricsCollector.builder().registry(new PrometheusRegistry()).build();
        BoundCounter counter = scratch.counter(CounterDeclaration.of("overhead_counts", "Scratch.")).bind();
        BoundHistogram histogram = scratch
            .histogram(HistogramDeclaration.seconds("overhead_times", "Scratch.", List.of(0.001, 0.01, 0.1, 1.0)))
            .bind();
        long[] sink = new long[1];
        List<IntConsumer> operations = List.of(i -> sink[0] += System.nanoTime(), i -> counter.inc(),
            i -> histogram.observe(0.005), i -> histogram.stop(histogram.start()));
        // Once for the compiler, so that what comes first is not measured cold.
        operations.forEach(Overhead::nanosPerCall);
        List<Double> nanos = operations.stream().map(Overhead::nanosPerCall).toList();
        return new Overhead(nanos.get(0), nanos.get(1), nanos.get(2), nanos.get(3));
    }

    /** The best round: interruptions only ever make a round slower. */
    private static double nanosPerCall(IntConsumer call) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long started = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                call.accept(i);
            }
            best = Math.min(best, System.nanoTime() - started);
        }
        return (double) best / CALLS;
    }
}
