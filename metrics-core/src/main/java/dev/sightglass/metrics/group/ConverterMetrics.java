package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundGauge;
import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;

/**
 * Converters: how often, how long, how they ended, what came out. Safe for any number of threads; does nothing on a
 * disabled collector.
 *
 * @since 0.1.0
 */
public final class ConverterMetrics {
    private static final Label CONVERTER = Label.open("converter", 50);

    /** Conversions by status. */
    public static final CounterDeclaration EXECUTIONS = CounterDeclaration.of("converter_executions",
        "Conversions that ended, by status.", CONVERTER, Label.ofEnum("status", ConversionStatus.class));
    /** Time of conversions. */
    public static final HistogramDeclaration DURATION = HistogramDeclaration.seconds("converter_duration",
        "Time that a conversion took.", Buckets.SECONDS, CONVERTER);
    /** Failures. */
    public static final CounterDeclaration ERRORS = CounterDeclaration.of("converter_errors",
        "Conversions that failed, by type of error.", CONVERTER, Label.open("error_type", 30));
    /** Reports made. */
    public static final CounterDeclaration REPORTS = CounterDeclaration.of("converter_reports",
        "Reports that converters made.", CONVERTER);
    /** Bytes read. */
    public static final CounterDeclaration INPUT = CounterDeclaration
        .of("converter_input", "Bytes that converters were given.", CONVERTER)
        .in(MetricUnit.BYTES);
    /** Conversions under way. */
    public static final GaugeDeclaration ACTIVE = GaugeDeclaration.of("converter_active", "Conversions under way.",
        CONVERTER);
    /** Doubtful results. */
    public static final CounterDeclaration LOW_CONFIDENCE = CounterDeclaration.of("converter_low_confidence",
        "Results that a converter was not sure of.", CONVERTER);

    private final CounterMetric executions;
    private final HistogramMetric duration;
    private final CounterMetric errors;
    private final CounterMetric reports;
    private final CounterMetric input;
    private final GaugeMetric active;
    private final CounterMetric lowConfidence;

    /**
     * Registers the group.
     *
     * @param collector where
     * @param known the names of the converters; their series start at 0 and keep their places
     */
    public ConverterMetrics(MetricsCollector collector, String... known) {
        executions = collector.counter(EXECUTIONS);
        duration = collector.histogram(DURATION);
        errors = collector.counter(ERRORS);
        reports = collector.counter(REPORTS);
        input = collector.counter(INPUT);
        active = collector.gauge(ACTIVE);
        lowConfidence = collector.counter(LOW_CONFIDENCE);
        known(known);
    }

    /**
     * Converters that are known to exist, for programs that learn it after the group was made.
     *
     * @param names the names of the converters; their series start at 0 and keep their places
     */
    public void known(String... names) {
        reserve(names);
        for (String converter : names) {
            start(converter);
        }
    }

    private void reserve(String... known) {
        executions.reserve(CONVERTER.name(), known);
        duration.reserve(CONVERTER.name(), known);
        errors.reserve(CONVERTER.name(), known);
        reports.reserve(CONVERTER.name(), known);
        input.reserve(CONVERTER.name(), known);
        active.reserve(CONVERTER.name(), known);
        lowConfidence.reserve(CONVERTER.name(), known);
    }

    private void start(String converter) {
        for (ConversionStatus status : ConversionStatus.values()) {
            executions.bind(converter, LabelValue.of(status));
        }
        duration.bind(converter);
        reports.bind(converter);
        input.bind(converter);
        active.bind(converter);
        lowConfidence.bind(converter);
    }

    /**
     * A conversion begins.
     *
     * @param converter the converter's name
     * @param inputBytes the size of the input; negative if not known
     * @return the running conversion, to be ended once
     */
    public ConversionTimer started(String converter, long inputBytes) {
        BoundGauge running = active.bind(converter);
        running.inc();
        if (inputBytes > 0) {
            input.bind(converter).inc(inputBytes);
        }
        return new ConversionTimer(this, converter, running, duration.bind(converter));
    }

    /**
     * A converter was not sure of a result.
     *
     * @param converter the converter's name
     */
    public void lowConfidence(String converter) {
        lowConfidence.bind(converter).inc();
    }

    void ended(String converter, ConversionStatus status, int made) {
        executions.bind(converter, LabelValue.of(status)).inc();
        if (made > 0) {
            reports.bind(converter).inc((long) made);
        }
    }

    void error(String converter, String errorType) {
        errors.bind(converter, errorType).inc();
    }
}
