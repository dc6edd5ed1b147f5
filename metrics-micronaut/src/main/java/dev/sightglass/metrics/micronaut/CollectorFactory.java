package dev.sightglass.metrics.micronaut;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ProcessMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Singleton;

/** The collector and the registry under it. */
@Factory
final class CollectorFactory {

    @Singleton
    @Requires(missingBeans = PrometheusMeterRegistry.class)
    PrometheusRegistry registry() {
        return new PrometheusRegistry();
    }

    /** From the start, so that a program that has not yet measured anything already says how its process is. */
    @Context
    @Singleton
    MetricsCollector collector(MetricsConfig config, PrometheusRegistry registry) {
        var collector = MetricsCollector.builder().registry(registry).enabled(config.enabled()).build();
        ProcessMetrics.register(collector);
        return collector;
    }
}
