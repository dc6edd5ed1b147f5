package dev.sightglass.metrics.micronaut;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Singleton;

/** One registry for both, where Micrometer writes for Prometheus too: its meters then stand in the same scrape. */
@Factory
@Requires(classes = PrometheusMeterRegistry.class)
final class MicrometerFactory {

    @Singleton
    @Requires(beans = PrometheusMeterRegistry.class)
    PrometheusRegistry registry(PrometheusMeterRegistry micrometer) {
        return micrometer.getPrometheusRegistry();
    }
}
