package dev.sightglass.benchmarks.recording;

import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMode;
import dev.sightglass.metrics.MetricsCollector;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** The same histogram in each library. */
final class Contenders {
    static final HistogramDeclaration DECLARATION =
        HistogramDeclaration.seconds(Series.NAME, Series.HELP, Series.BOUNDS, Series.LABELS);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Contenders() {}

    static BoundHistogram sightglass(HistogramMode mode) {
        return MetricsCollector.create().histogram(DECLARATION.with(mode)).bind(Series.POST, Series.REPORTS);
    }

    /** Without exemplars, which make it slower: the reference that is hardest to meet. */
    static DistributionDataPoint clientJava(HistogramMode mode) {
        var builder = Histogram.builder().name(Series.NAME).help(Series.HELP)
            .labelNames(Series.METHOD, Series.ENDPOINT).withoutExemplars();
        var histogram = switch (mode) {
            case CLASSIC -> builder.classicOnly().classicUpperBounds(Series.bounds());
            case NATIVE -> builder.nativeOnly();
            case CLASSIC_AND_NATIVE -> builder.classicUpperBounds(Series.bounds());
        };
        return histogram.build().labelValues(Series.POST, Series.REPORTS);
    }

    static DistributionSummary micrometerSummary() {
        return DistributionSummary.builder(Series.NAME)
            .tags(Series.METHOD, Series.POST, Series.ENDPOINT, Series.REPORTS)
            .serviceLevelObjectives(Series.bounds())
            .register(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    static Timer micrometerTimer(boolean buckets) {
        var builder = Timer.builder(Series.NAME)
            .tags(Series.METHOD, Series.POST, Series.ENDPOINT, Series.REPORTS);
        if (buckets) {
            builder.serviceLevelObjectives(Series.BOUNDS.stream()
                .map(seconds -> Duration.ofNanos((long) (seconds * NANOS_PER_SECOND))).toArray(Duration[]::new));
        }
        return builder.register(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    static DoubleHistogram openTelemetry(Meter meter) {
        return meter.histogramBuilder(Series.NAME).setExplicitBucketBoundariesAdvice(Series.BOUNDS).build();
    }
}
