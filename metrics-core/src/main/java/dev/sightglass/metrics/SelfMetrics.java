package dev.sightglass.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What a collector says about itself. A disabled collector says nothing. */
final class SelfMetrics {
    private static final int NO_PRACTICAL_LIMIT = 100_000;
    private static final Label METRIC = Label.open("metric", NO_PRACTICAL_LIMIT);
    private static final Label LABEL = Label.open("label", NO_PRACTICAL_LIMIT);

    static final CounterDeclaration OVERFLOW = CounterDeclaration.of("metrics_label_overflow",
        "Updates whose label value was past its bound, and was recorded as other.", METRIC, LABEL);
    static final CounterDeclaration CALLBACK_ERRORS = CounterDeclaration.of("metrics_callback_errors",
        "Reads of a callback that threw, so that its series was missing from a scrape; the log names it.");
    static final GaugeDeclaration SERIES = GaugeDeclaration.of("metrics_series",
        "Time series that a metric takes in the text format.", METRIC);
    static final HistogramDeclaration SCRAPE_DURATION = HistogramDeclaration.seconds("scrape_duration",
        "Time that writing a scrape took.", List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0));
    static final HistogramDeclaration SCRAPE_SIZE = HistogramDeclaration.bytes("scrape_size",
        "Size of a scrape before compression.");

    static final GaugeDeclaration OVERHEAD = GaugeDeclaration
        .of("metrics_overhead", "What recording costs on this machine, for one operation; measured once.",
            Label.closed("operation", "clock_read", "count", "observe", "timed_call"))
        .in(MetricUnit.SECONDS);

    private static final double SECONDS_PER_NANO = 1e-9;

    private final String namespace;
    private final boolean enabled;
    private final CounterMetric overflow;
    private final BoundCounter callbackErrors;
    private final GaugeMetric series;
    private final BoundHistogram scrapeDuration;
    private final BoundHistogram scrapeSize;

    SelfMetrics(MetricsCollector collector) {
        this.namespace = collector.namespace();
        this.enabled = collector.isEnabled();
        this.overflow = collector.counter(OVERFLOW);
        this.callbackErrors = collector.counter(CALLBACK_ERRORS).bind();
        this.series = collector.gauge(SERIES);
        this.scrapeDuration = collector.histogram(SCRAPE_DURATION).bind();
        this.scrapeSize = collector.histogram(SCRAPE_SIZE).bind();
        if (enabled) {
            observeOverhead(collector);
        }
    }

    private static void observeOverhead(MetricsCollector collector) {
        GaugeMetric overhead = collector.gauge(OVERHEAD);
        overhead.observe(() -> collector.overhead().clockNanos() * SECONDS_PER_NANO, "clock_read");
        overhead.observe(() -> collector.overhead().countNanos() * SECONDS_PER_NANO, "count");
        overhead.observe(() -> collector.overhead().observeNanos() * SECONDS_PER_NANO, "observe");
        overhead.observe(() -> collector.overhead().timedCallNanos() * SECONDS_PER_NANO, "timed_call");
    }

    void watch(MetricDeclaration declaration, Family<?, ?> family) {
        if (!enabled) {
            return;
        }
        declaration.labels()
            .stream()
            .filter(label -> !(label.bound() instanceof LabelBound.EnumConstants))
            .forEach(label -> overflow.bind(name(declaration), label.name()));
        int perLabelSet = timeSeriesPerLabelSet(declaration);
        series.observe(() -> (double) family.size() * perLabelSet, name(declaration));
    }

    static int timeSeriesPerLabelSet(MetricDeclaration declaration) {
        int bucketsSumAndCount = 3;
        return declaration instanceof HistogramDeclaration histogram
            ? histogram.bounds().size() + bucketsSumAndCount
            : 1;
    }

    void overflowed(MetricDeclaration declaration, Label label) {
        overflow.bind(name(declaration), label.name()).inc();
    }

    void callbackFailed() {
        callbackErrors.inc();
    }

    private String name(MetricDeclaration declaration) {
        return namespace + "_" + declaration.seriesName();
    }

    /** Something that writes a scrape. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    void scraping(OutputStream out, Writing writing) throws IOException {
        long started = scrapeDuration.start();
        CountingOutputStream counted = new CountingOutputStream(out);
        writing.to(counted);
        counted.flush();
        scrapeDuration.stop(started);
        scrapeSize.observe((double) counted.count());
    }
}
