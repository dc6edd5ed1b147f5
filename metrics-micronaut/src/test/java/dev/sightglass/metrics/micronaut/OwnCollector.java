package dev.sightglass.metrics.micronaut;

import dev.sightglass.metrics.MetricsCollector;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Singleton;

/** An application's own collector. */
@Factory
@Requires(property = "spec.name", value = "own-collector")
final class OwnCollector {

    @Singleton
    @Replaces(MetricsCollector.class)
    MetricsCollector collector(PrometheusRegistry registry) {
        return MetricsCollector.builder().registry(registry).namespace("bakery").build();
    }
}
