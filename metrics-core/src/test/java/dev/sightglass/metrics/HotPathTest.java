package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.prometheus.metrics.core.metrics.Histogram;
import java.lang.management.ManagementFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HotPathTest {
    private static final int WARM_UP = 200_000;
    private static final int CALLS = 100_000;

    private static final HistogramDeclaration TOOK = HistogramDeclaration
        .seconds("took", "Took.", Buckets.SECONDS)
        .with(HistogramMode.CLASSIC);
    private static final int ROUNDS = 20;
    private static final Histogram THEIR_HISTOGRAM = Histogram.builder()
        .name("histogram")
        .help("Theirs.")
        .withoutExemplars()
        .classicOnly()
        .build();

    private final MetricsCollector metrics = MetricsCollector.create();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aBoundUpdateAllocatesNothingBeyondTheClientLibrarysOwn() {
        BoundCounter counter = metrics.counter(CounterDeclaration.of("jobs", "Jobs.", Label.open("kind", 5))).bind("a");
        BoundHistogram histogram = metrics.histogram(TOOK).bind();
        BoundGauge gauge = metrics.gauge(GaugeDeclaration.of("level", "Level.")).bind();

        assertThat(allocatedPerCall(counter::inc)).isLessThan(1);
        assertThat(allocatedPerCall(gauge::inc)).isLessThan(1);
        double theirs = allocatedPerCall(() -> THEIR_HISTOGRAM.observe(0.3));
        assertThat(allocatedPerCall(() -> histogram.observe(0.3))).isLessThan(theirs + 1);
        assertThat(allocatedPerCall(() -> histogram.stop(histogram.start()))).isLessThan(theirs + 1);
    }

    @Test
    void aCorrelationIdCostsNoAllocationBetweenScrapes() {
        BoundHistogram histogram = metrics.histogram(TOOK).bind();
        double theirs = allocatedPerCall(() -> THEIR_HISTOGRAM.observe(0.3));
        CorrelationContext.run(CorrelationId.random(),
            () -> assertThat(allocatedPerCall(() -> histogram.observe(0.3))).isLessThan(theirs + 1));
    }

    @Test
    void aDisabledUpdateAllocatesNothing() {
        BoundCounter counter = MetricsCollector.disabled().counter(CounterDeclaration.of("jobs", "Jobs.")).bind();

        assertThat(allocatedPerCall(counter::inc)).isLessThan(1);
    }

    @Test
    void whatCannotBeCountedIsIgnored() {
        CounterMetric jobs = metrics.counter(CounterDeclaration.of("jobs", "Jobs.", Label.open("kind", 5)));
        BoundCounter counter = jobs.bind("a");
        counter.inc(-1L);
        counter.inc(-0.5);
        counter.inc(Double.NaN);
        jobs.bind("x".repeat(300)).inc();

        assertThat(counter.value()).isZero();
        assertThat(Scrapes.value(metrics, "sightglass_jobs_total{kind=\"other\"}")).hasValue(1);
    }

    /** The least of several rounds: what a round allocates before its code is compiled for good says nothing. */
    private double allocatedPerCall(Runnable call) {
        run(call, WARM_UP);
        return DoubleStream.generate(() -> allocatedInOneRound(call)).limit(ROUNDS).min().orElseThrow();
    }

    private double allocatedInOneRound(Runnable call) {
        long before = threads.getCurrentThreadAllocatedBytes();
        run(call, CALLS);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    private static void run(Runnable call, int times) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
