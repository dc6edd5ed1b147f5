package dev.sightglass.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Turns declarations into metrics of the client library, and registers them. */
final class MetricFactory {
    private static final double[] DECADES = {0.001, 0.01, 0.1, 1, 10, 100, 1000, 1e6};

    private final PrometheusRegistry registry;
    private final String namespace;
    private final boolean enabled;
    private final Duration idle;
    private final LongSupplier clock;
    private final @Nullable ExemplarSource exemplars;
    private @Nullable SelfMetrics self;

    MetricFactory(PrometheusRegistry registry, String namespace, boolean enabled, MetricsCollectorBuilder settings) {
        this.registry = registry;
        this.namespace = namespace;
        this.enabled = enabled;
        this.idle = settings.idle;
        this.clock = settings.nanoClock;
        this.exemplars = settings.exemplars ? new ExemplarSource(settings.spanContext) : null;
    }

    /** From here on, what is registered is watched; the watcher's own metrics were registered before. */
    void reportTo(SelfMetrics watcher) {
        this.self = watcher;
    }

    Registration<BoundCounter> counter(CounterDeclaration declaration) {
        Counter counter = Counter.builder()
            .name(fullName(declaration))
            .unit(declaration.unit().prometheusUnit())
            .help(declaration.help())
            .labelNames(names(declaration))
            .withoutExemplars()
            .build();
        SeriesTable<BoundCounter> series = table(declaration,
            values -> new BoundCounter(values, counter.labelValues(values.toArray(String[]::new))));
        return register(declaration,
            new CounterMetric.InRegistry(counter, declaration.labelNames(), series, callbacks(declaration)),
            BoundCounter.DISABLED, true);
    }

    Registration<BoundGauge> gauge(GaugeDeclaration declaration) {
        return gauge((MetricDeclaration) declaration);
    }

    Registration<BoundGauge> stateSet(StateSetDeclaration declaration) {
        return gauge((MetricDeclaration) declaration);
    }

    private Registration<BoundGauge> gauge(MetricDeclaration declaration) {
        Gauge gauge = Gauge.builder()
            .name(fullName(declaration))
            .unit(declaration.unit().prometheusUnit())
            .help(declaration.help())
            .labelNames(names(declaration))
            .withoutExemplars()
            .build();
        SeriesTable<BoundGauge> series = table(declaration, BoundGauge::new);
        return register(declaration,
            new GaugeMetric.InRegistry(gauge, declaration.labelNames(), series, callbacks(declaration)),
            BoundGauge.DISABLED, false);
    }

    Registration<BoundHistogram> histogram(HistogramDeclaration declaration) {
        Histogram.Builder builder = Histogram.builder()
            .name(fullName(declaration))
            .unit(declaration.unit().prometheusUnit())
            .help(declaration.help())
            .labelNames(names(declaration))
            .withoutExemplars();
        if (declaration.mode() == HistogramMode.NATIVE) {
            builder.nativeOnly();
        } else {
            builder.classicUpperBounds(declaration.bounds().stream().mapToDouble(Double::doubleValue).toArray());
        }
        if (declaration.mode() == HistogramMode.CLASSIC) {
            builder.classicOnly();
        }
        Histogram histogram = builder.build();
        double[] ranges = ranges(declaration);
        SeriesTable<BoundHistogram> series = table(declaration,
            values -> new BoundHistogram(values, histogram.labelValues(values.toArray(String[]::new)),
                exemplars == null ? null : new ExemplarSlots(exemplars, ranges)));
        return register(declaration,
            new HistogramMetric.InRegistry(histogram, declaration.labelNames(), series, callbacks(declaration)),
            BoundHistogram.DISABLED, true);
    }

    /** Native buckets are too many to keep an exemplar for each, so decades stand in for them. */
    private static double[] ranges(HistogramDeclaration declaration) {
        return declaration.mode() == HistogramMode.NATIVE
            ? DECADES.clone()
            : declaration.bounds().stream().mapToDouble(Double::doubleValue).toArray();
    }

    Labels info(InfoDeclaration declaration, String... facts) {
        Info info = Info.builder()
            .name(fullName(declaration))
            .help(declaration.help())
            .labelNames(names(declaration))
            .build();
        info.setLabelValues(facts);
        add(declaration, info);
        return Labels.of(names(declaration), facts);
    }

    private <B extends BoundSeries> Registration<B> register(MetricDeclaration declaration, Family<B, ?> family,
        B disabled, boolean knownFromStart) {
        add(declaration, family);
        Registration<B> registration = new Registration<>(declaration, family, enabled, disabled);
        if (knownFromStart) {
            registration.bindKnown();
        }
        if (self != null) {
            self.watch(declaration, family);
        }
        return registration;
    }

    private void add(MetricDeclaration declaration, Collector collector) {
        try {
            registry.register(collector);
        } catch (IllegalArgumentException e) {
            throw new MetricConflictException("metric " + fullName(declaration)
                + ": the registry holds another metric of this name that was not declared here. " + e.getMessage()
                + ". Choose another name or namespace", e);
        }
    }

    private <B extends BoundSeries> SeriesTable<B> table(MetricDeclaration declaration,
        Function<List<String>, B> factory) {
        List<LabelSlots> slots = declaration.labels()
            .stream()
            .map(label -> new LabelSlots(label.bound(), () -> overflowed(declaration, label)))
            .toList();
        return new SeriesTable<>(fullName(declaration), declaration.labelNames(), slots, factory, clock,
            idle.toNanos());
    }

    private Callbacks callbacks(MetricDeclaration declaration) {
        return new Callbacks(fullName(declaration), this::callbackFailed);
    }

    private void overflowed(MetricDeclaration declaration, Label label) {
        if (self != null) {
            self.overflowed(declaration, label);
        }
    }

    private void callbackFailed() {
        if (self != null) {
            self.callbackFailed();
        }
    }

    private String fullName(MetricDeclaration declaration) {
        return namespace + "_" + declaration.familyName();
    }

    private static String[] names(MetricDeclaration declaration) {
        return declaration.labelNames().toArray(String[]::new);
    }
}
