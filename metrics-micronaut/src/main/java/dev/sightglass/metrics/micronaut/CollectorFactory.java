package dev.sightglass.metrics.micronaut;

import dev.sightglass.metrics.MetricsCollector;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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

    @Singleton
    MetricsCollector collector(MetricsConfig config, PrometheusRegistry registry) {
        return MetricsCollector.builder().registry(registry).enabled(config.enabled()).build();
    }
}
