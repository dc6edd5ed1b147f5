package dev.sightglass.benchmarks.scrape;

import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.NameFilter;
import dev.sightglass.metrics.exposition.Scrape;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** The same series in each library, with the same values. */
final class Subjects {
    private static final String NAME = "work";
    private static final String HELP = "Work.";
    private static final String METHOD = "method";
    private static final String ENDPOINT = "endpoint";
    private static final String POST = "POST";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEDIAN_SECONDS = 0.05;
    private static final int UPDATES = 50;
    private static final int SEED = 42;
    private static final double[] BOUNDS = Buckets.SECONDS.stream().mapToDouble(Double::doubleValue).toArray();

    private Subjects() {}

    static Exposed of(Library library, Shape shape, int labelSets) {
        return switch (library) {
            case SIGHTGLASS -> sightglass(shape, labelSets);
            case CLIENT_JAVA -> clientJava(shape, labelSets);
            case MICROMETER -> micrometer(shape, labelSets);
        };
    }

    private static Exposed sightglass(Shape shape, int labelSets) {
        var metrics = MetricsCollector.create();
        Label[] labels = {Label.closed(METHOD, POST), Label.open(ENDPOINT, labelSets)};
        if (shape == Shape.COUNTERS) {
            var counter = metrics.counter(CounterDeclaration.of(NAME, HELP, labels));
            fill(labelSets, endpoint -> value -> counter.bind(POST, endpoint).inc());
        } else {
            var histogram = metrics.histogram(HistogramDeclaration.seconds(NAME, HELP, Buckets.SECONDS, labels));
            fill(labelSets, endpoint -> histogram.bind(POST, endpoint)::observe);
        }
        return metrics::write;
    }

    private static Exposed clientJava(Shape shape, int labelSets) {
        var registry = new PrometheusRegistry();
        if (shape == Shape.COUNTERS) {
            var counter = Counter.builder().name(NAME).help(HELP).labelNames(METHOD, ENDPOINT)
                .withoutExemplars().register(registry);
            fill(labelSets, endpoint -> value -> counter.labelValues(POST, endpoint).inc());
        } else {
            var histogram = Histogram.builder().name(NAME + "_seconds").help(HELP).labelNames(METHOD, ENDPOINT)
                .withoutExemplars().classicUpperBounds(BOUNDS).register(registry);
            fill(labelSets, endpoint -> histogram.labelValues(POST, endpoint)::observe);
        }
        return (format, out) -> Scrape.write(registry, format, NameFilter.ALL, out);
    }

    private static Exposed micrometer(Shape shape, int labelSets) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        if (shape == Shape.COUNTERS) {
            fill(labelSets,
                endpoint -> value -> registry.counter(NAME, METHOD, POST, ENDPOINT, endpoint).increment());
        } else {
            var bounds = Buckets.SECONDS.stream().map(Subjects::duration).toArray(Duration[]::new);
            fill(labelSets, endpoint -> {
                var timer = io.micrometer.core.instrument.Timer.builder(NAME).tags(METHOD, POST, ENDPOINT, endpoint)
                    .serviceLevelObjectives(bounds).register(registry);
                return value -> timer.record((long) (value * NANOS_PER_SECOND), TimeUnit.NANOSECONDS);
            });
        }
        return (format, out) -> registry.scrape(out, format.contentType());
    }

    private static void fill(int labelSets, Function<String, DoubleConsumer> series) {
        var random = new Random(SEED);
        for (int i = 0; i < labelSets; i++) {
            var one = series.apply("/api/v1/resource-%05d/{id}".formatted(i));
            for (int update = 0; update < UPDATES; update++) {
                one.accept(MEDIAN_SECONDS * Math.exp(random.nextGaussian()));
            }
        }
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS_PER_SECOND));
    }
}
