package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsCollectorTest {
    private static final CounterDeclaration JOBS = CounterDeclaration.of("jobs", "Jobs done.",
        Label.open("kind", 5));

    private final MetricsCollector metrics = MetricsCollector.create();

    enum Light {
        RED, GREEN
    }

    @Test
    void anEqualDeclarationFindsTheFirstMetric() {
        CounterMetric first = metrics.counter(JOBS);
        CounterMetric second = metrics.counter(
            new CounterDeclaration("jobs", MetricUnit.NONE, "Jobs done.", List.of(Label.open("kind", 5))));

        assertThat(second).isSameAs(first);
        assertThat(second.bind("a")).isSameAs(first.bind("a"));
    }

    @Test
    void aConflictSaysExactlyWhatDiffers() {
        metrics.counter(JOBS);

        assertThatThrownBy(() -> metrics.counter(CounterDeclaration.of("jobs", "Jobs begun.", Label.open("kind", 9))))
            .isInstanceOf(MetricConflictException.class)
            .hasMessageContaining("metric sightglass_jobs")
            .hasMessageContaining("help: registered Jobs done., found Jobs begun.")
            .hasMessageContaining("bound of label kind: registered Open[limit=5, known=[]], found Open[limit=9")
            .hasMessageContaining("choose another name");
        assertThatThrownBy(() -> metrics.gauge(GaugeDeclaration.of("jobs", "Jobs done.")))
            .isInstanceOf(MetricConflictException.class)
            .hasMessageContaining("type: registered counter, found gauge")
            .hasMessageContaining("label names: registered [kind], found []");
    }

    @Test
    void aConflictWithAForeignMetricNamesTheMetric() {
        PrometheusRegistry shared = new PrometheusRegistry();
        Gauge.builder().name("sightglass_jobs").help("Not ours.").register(shared);

        assertThatThrownBy(() -> MetricsCollector.over(shared).counter(JOBS))
            .isInstanceOf(MetricConflictException.class)
            .hasMessageContaining("metric sightglass_jobs: the registry holds another metric of this name");
    }

    @Test
    void foreignMetricsOfASharedRegistryAreInTheScrape() {
        PrometheusRegistry shared = new PrometheusRegistry();
        MetricsCollector over = MetricsCollector.over(shared);
        Counter.builder().name("others").help("Not ours.").register(shared).inc();

        assertThat(Scrapes.value(over, "others_total")).hasValue(1);
    }

    @Test
    void theNamespaceIsTheProgramsOwn() {
        MetricsCollector own = MetricsCollector.builder().namespace("bakery").build();
        own.counter(CounterDeclaration.of("loaves", "Loaves baked.")).bind().inc();

        assertThat(Scrapes.value(own, "bakery_loaves_total")).hasValue(1);
        assertThatThrownBy(() -> MetricsCollector.builder().namespace("Not-good"))
            .hasMessageContaining("namespace: must match").hasMessageContaining("Not-good");
    }

    @Test
    void whatADeclarationListsIsThereAtZeroFromTheStart() {
        metrics.counter(CounterDeclaration.of("crossings", "Cars.", Label.ofEnum("light", Light.class),
            Label.closed("way", "in", "out")));
        metrics.histogram(HistogramDeclaration.seconds("idle", "Time.", Buckets.SECONDS));

        assertThat(Scrapes.value(metrics, "sightglass_crossings_total{light=\"red\",way=\"out\"}")).hasValue(0);
        assertThat(Scrapes.value(metrics, "sightglass_crossings_total{light=\"green\",way=\"in\"}")).hasValue(0);
        assertThat(Scrapes.value(metrics, "sightglass_idle_seconds_count")).hasValue(0);
    }

    @Test
    void aGaugeIsSetAndSteppedInAnyOrder() {
        BoundGauge level = metrics.gauge(GaugeDeclaration.of("level", "Level.")).bind();
        level.inc();
        level.set(40.5);
        level.inc();
        level.inc();
        level.dec();

        assertThat(level.value()).isEqualTo(41.5);
        assertThat(Scrapes.value(metrics, "sightglass_level")).hasValue(41.5);
        level.set(Double.NaN);
        level.set(3);
        assertThat(level.value()).isEqualTo(3);
    }

    @Test
    void aGaugeIsReadFromItsSource() {
        AtomicInteger depth = new AtomicInteger(4);
        Observed observed = metrics.gauge(GaugeDeclaration.of("depth", "Depth.")).observe(depth::get);
        depth.set(9);

        assertThat(Scrapes.value(metrics, "sightglass_depth")).hasValue(9);
        observed.close();
        assertThat(Scrapes.value(metrics, "sightglass_depth")).isEmpty();
    }

    @Test
    void aSourceThatThrowsLosesOnlyItsOwnSeries() {
        GaugeMetric gauge = metrics.gauge(GaugeDeclaration.of("level", "Level.", Label.open("tank", 5)));
        gauge.observe(() -> 1, "good");
        gauge.observe(() -> {
            throw new IllegalStateException("no sensor");
        }, "bad");

        assertThat(Scrapes.value(metrics, "sightglass_level{tank=\"good\"}")).hasValue(1);
        assertThat(Scrapes.text(metrics)).doesNotContain("tank=\"bad\"");
        assertThat(Scrapes.value(metrics, "sightglass_metrics_callback_errors_total").orElseThrow()).isPositive();
    }

    @Test
    void aStateSetShowsTheOneStateThatHolds() {
        metrics.stateSet(StateSetDeclaration.of("light", "The light.", Label.ofEnum("state", Light.class)), Light.class)
            .observe(() -> Light.GREEN);

        assertThat(Scrapes.value(metrics, "sightglass_light{state=\"green\"}")).hasValue(1);
        assertThat(Scrapes.value(metrics, "sightglass_light{state=\"red\"}")).hasValue(0);
    }

    @Test
    void aStateSetAsksOnceForEachScrapeSoThatOneStateHoldsHoweverFastItChanges() {
        AtomicInteger asked = new AtomicInteger();
        Observed observed = metrics
            .stateSet(StateSetDeclaration.of("light", "The light.", Label.ofEnum("state", Light.class),
                Label.open("street", 5)), Light.class)
            .observe(() -> asked.getAndIncrement() % 2 == 0 ? Light.GREEN : Light.RED, "high street");

        for (int i = 1; i <= 4; i++) {
            assertThat(Scrapes.text(metrics).lines().filter(line -> line.startsWith("sightglass_light{"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))).containsExactlyInAnyOrder("0.0", "1.0");
            assertThat(asked).hasValue(i);
        }
        assertThat(Scrapes.value(metrics, "sightglass_metrics_series{metric=\"sightglass_light\"}")).hasValue(2);
        observed.close();
        assertThat(Scrapes.text(metrics)).doesNotContain("sightglass_light{");
    }

    @Test
    void aStateSetWithoutItsScopeIsRefused() {
        StateSetMetric<Light> light = metrics.stateSet(StateSetDeclaration.of("light", "The light.",
            Label.ofEnum("state", Light.class), Label.open("street", 5)), Light.class);

        assertThatThrownBy(() -> light.observe(() -> Light.GREEN)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("sightglass_light: takes values for labels [street, state]");
    }

    @Test
    void aWrongNumberOfLabelValuesIsSaidPlainly() {
        CounterMetric jobs = metrics.counter(JOBS);

        assertThatThrownBy(() -> jobs.bind("a", "b")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("sightglass_jobs: takes 1 label values. Found: [a, b]");
    }

    @Test
    void aHistogramTimesWork() throws Exception {
        BoundHistogram histogram = metrics.histogram(HistogramDeclaration.seconds("work", "Work.", Buckets.SECONDS))
            .bind();
        histogram.time(() -> {});
        assertThat(histogram.time(() -> "done")).isEqualTo("done");
        histogram.observe(Duration.ofMillis(1500));
        histogram.observeNanos(500_000_000);

        assertThat(histogram.count()).isEqualTo(4);
        assertThat(histogram.sum()).isBetween(2.0, 2.5);
    }

    @Test
    void aHistogramHasTheBucketsOfItsMode() {
        HistogramDeclaration both = HistogramDeclaration.seconds("both", "Both.", List.of(1.0, 2.0));
        metrics.histogram(both).bind().observe(1.5);
        metrics.histogram(new HistogramDeclaration("classic", MetricUnit.NONE, "Classic.", HistogramMode.CLASSIC,
            List.of(1.0), List.of())).bind().observe(1.5);
        metrics.histogram(both.with(HistogramMode.NATIVE).renamed("native")).bind().observe(1.5);

        assertThat(Scrapes.value(metrics, "sightglass_both_seconds_bucket{le=\"2.0\"}")).hasValue(1);
        assertThat(Scrapes.value(metrics, "sightglass_classic_bucket{le=\"1.0\"}")).hasValue(0);
        assertThat(Scrapes.value(metrics, "sightglass_native_seconds_bucket{le=\"+Inf\"}")).hasValue(1);
    }

    @Test
    void aDisabledCollectorRecordsNothingButStillReadsCallbacks() {
        PrometheusRegistry shared = new PrometheusRegistry();
        MetricsCollector disabled = MetricsCollector.builder().registry(shared).enabled(false).build();
        BoundCounter counter = disabled.counter(JOBS).bind("a");
        counter.inc();
        BoundHistogram histogram = disabled
            .histogram(HistogramDeclaration.seconds("work", "Work.", Buckets.SECONDS)).bind();
        histogram.stop(histogram.start());
        disabled.gauge(GaugeDeclaration.of("depth", "Depth.")).observe(() -> 5);

        assertThat(counter.value()).isZero();
        assertThat(histogram.count()).isZero();
        assertThat(histogram.start()).isZero();
        assertThat(shared.scrape().size()).isZero();
        assertThat(Scrapes.text(disabled).lines().filter(line -> !line.startsWith("#")))
            .containsExactly("sightglass_depth 5.0");
    }

    @Test
    void costsNameTheDearestFirst() {
        HistogramMetric times = metrics
            .histogram(HistogramDeclaration.seconds("work", "Work.", List.of(1.0, 2.0), Label.open("kind", 10)));
        for (int i = 0; i < 10; i++) {
            times.bind("kind-" + i).observe(1);
        }
        List<MetricCost> costs = metrics.costs();

        assertThat(costs).isSortedAccordingTo((a, b) -> Long.compare(b.bytes(), a.bytes()));
        MetricCost work = costs.stream().filter(cost -> cost.name().equals("sightglass_work_seconds")).findFirst()
            .orElseThrow();
        assertThat(work.labelSets()).isEqualTo(10);
        assertThat(work.timeSeries()).isEqualTo(50);
        assertThat(work.updates()).hasValue(10);
        assertThat(Scrapes.value(metrics, "sightglass_metrics_series{metric=\"sightglass_work_seconds\"}"))
            .hasValue(50);
    }

    @Test
    void theOverheadIsMeasuredAndExposed() {
        Overhead overhead = metrics.overhead();

        assertThat(overhead.timedCallNanos()).isGreaterThan(overhead.clockNanos()).isPositive();
        assertThat(overhead.shortestOperationNanos(0.01)).isCloseTo(overhead.timedCallNanos() * 100, within(0.01));
        assertThat(Scrapes.value(metrics, "sightglass_metrics_overhead_seconds{operation=\"count\"}").orElseThrow())
            .isPositive();
    }
}
