package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int THREADS = 64;
    private static final int LABEL_SETS = 10_000;

    private final MetricsCollector metrics = MetricsCollector.create();

    @Test
    void sixtyFourThreadsOnOneSeriesLoseNothing() throws Exception {
        BoundCounter counter = metrics.counter(CounterDeclaration.of("one", "One.")).bind();
        BoundHistogram histogram = metrics.histogram(HistogramDeclaration.seconds("took", "Took.", List.of(1.0, 2.0)))
            .bind();
        together(thread -> {
            for (int i = 0; i < 20_000; i++) {
                counter.inc();
                histogram.observe(1.5);
            }
        });

        assertThat(counter.value()).isEqualTo(THREADS * 20_000);
        assertThat(Scrapes.value(metrics, "sightglass_took_seconds_bucket{le=\"2.0\"}")).hasValue(THREADS * 20_000);
        assertThat(Scrapes.value(metrics, "sightglass_took_seconds_sum")).hasValue(THREADS * 20_000 * 1.5);
    }

    @Test
    void sixtyFourThreadsOnTenThousandLabelSetsLoseNothing() throws Exception {
        CounterMetric counter = metrics
            .counter(CounterDeclaration.of("many", "Many.", Label.open("key", LABEL_SETS)));
        together(thread -> {
            for (int i = 0; i < LABEL_SETS; i++) {
                counter.bind("k" + (i + thread * 157) % LABEL_SETS).inc();
            }
        });

        assertThat(counts("sightglass_many_total")).hasSize(LABEL_SETS).containsOnly((double) THREADS);
    }

    @Test
    void aFloodPastTheBoundLosesNoUpdate() throws Exception {
        CounterMetric counter = metrics.counter(CounterDeclaration.of("flood", "Flood.", Label.open("key", 100)));
        together(thread -> {
            for (int i = 0; i < 2_000; i++) {
                counter.bind("k" + i).inc();
            }
        });

        List<Double> counts = counts("sightglass_flood_total");
        assertThat(counts).hasSize(101);
        assertThat(counts.stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(THREADS * 2_000);
    }

    @Test
    void aScrapeUnderLoadSeesCountersThatOnlyGrow() throws Exception {
        CounterMetric counter = metrics.counter(CounterDeclaration.of("busy", "Busy.", Label.open("key", 50)));
        HistogramMetric histogram = metrics
            .histogram(HistogramDeclaration.seconds("busy_time", "Busy.", Buckets.SECONDS, Label.open("key", 50)));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService scraper = Executors.newSingleThreadExecutor()) {
            Future<Integer> scrapes = scraper.submit(() -> {
                double last = 0;
                int count = 0;
                while (!done.get()) {
                    double sum = counts("sightglass_busy_total").stream().mapToDouble(Double::doubleValue).sum();
                    assertThat(sum).isGreaterThanOrEqualTo(last);
                    last = sum;
                    count++;
                }
                return count;
            });
            together(thread -> {
                for (int i = 0; i < 5_000; i++) {
                    counter.bind("k" + i % 50).inc();
                    histogram.bind("k" + i % 50).observe(0.1);
                }
            });
            done.set(true);
            assertThat(scrapes.get()).isPositive();
        }
        assertThat(counts("sightglass_busy_total")).containsOnly(THREADS * 100.0);
        assertThat(counts("sightglass_busy_time_seconds_count")).containsOnly(THREADS * 100.0);
    }

    @Test
    void aScrapeThatStandsStillInTheMiddleBlocksNoUpdateAndNoNewSeries() throws Exception {
        CounterMetric counter = metrics.counter(CounterDeclaration.of("busy", "Busy.", Label.open("key", 100)));
        HistogramMetric histogram = metrics
            .histogram(HistogramDeclaration.seconds("busy_time", "Busy.", Buckets.SECONDS, Label.open("key", 100)));
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        counter.observe(() -> {
            inTheMiddle.countDown();
            awaitQuietly(goOn);
            return 1;
        }, "slow");
        try (ExecutorService scraper = Executors.newSingleThreadExecutor()) {
            Future<String> scrape = scraper.submit(() -> Scrapes.text(metrics));
            inTheMiddle.await();
            together(thread -> {
                for (int i = 0; i < 1_000; i++) {
                    counter.bind("k" + thread).inc();
                    histogram.bind("k" + thread).observe(0.1);
                }
            });

            assertThat(scrape).isNotDone();
            goOn.countDown();
            assertThat(scrape.get()).contains("sightglass_busy_total{key=\"slow\"} 1.0");
        }
        assertThat(counts("sightglass_busy_total")).hasSize(THREADS + 1).contains(1_000.0);
        assertThat(counts("sightglass_busy_time_seconds_count")).hasSize(THREADS).containsOnly(1_000.0);
    }

    @Test
    void equalDeclarationsRacingMakeOneMetric() throws Exception {
        CounterDeclaration declaration = CounterDeclaration.of("raced", "Raced.");
        together(thread -> metrics.counter(declaration).bind().inc());

        assertThat(metrics.counter(declaration).bind().value()).isEqualTo(THREADS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Double> counts(String name) {
        return Scrapes.text(metrics)
            .lines()
            .filter(line -> line.startsWith(name + "{"))
            .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
            .toList();
    }

    private static void together(IntConsumer work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(executor.submit(() -> {
                    start.await();
                    work.accept(thread);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
