package dev.sightglass.metrics.micronaut;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.CacheMetrics;
import dev.sightglass.metrics.group.ConfigMetrics;
import dev.sightglass.metrics.group.ConverterMetrics;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.FolderMetrics;
import dev.sightglass.metrics.group.HealthMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.ServiceMetrics;
import dev.sightglass.metrics.group.UpstreamMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** The ready groups. Each registers its series when it is first asked for, so nobody pays for what nobody uses. */
@Factory
final class GroupFactory {

    @Singleton
    HttpClientMetrics httpClient(MetricsCollector collector) {
        return new HttpClientMetrics(collector);
    }

    @Singleton
    CacheMetrics cache(MetricsCollector collector) {
        return new CacheMetrics(collector);
    }

    @Singleton
    ConverterMetrics converter(MetricsCollector collector) {
        return new ConverterMetrics(collector);
    }

    @Singleton
    FolderMetrics folder(MetricsCollector collector) {
        return new FolderMetrics(collector);
    }

    @Singleton
    DeliveryMetrics delivery(MetricsCollector collector) {
        return new DeliveryMetrics(collector);
    }

    @Singleton
    UpstreamMetrics upstream(MetricsCollector collector) {
        return new UpstreamMetrics(collector);
    }

    @Singleton
    ConfigMetrics config(MetricsCollector collector) {
        return new ConfigMetrics(collector);
    }

    @Singleton
    HealthMetrics health(MetricsCollector collector) {
        return new HealthMetrics(collector);
    }

    /** From the start, because which build runs is asked most when nothing else works. */
    @Context
    ServiceMetrics service(MetricsCollector collector, Environment environment) {
        var service = new ServiceMetrics(collector);
        BuildFacts.of(environment.getClassLoader())
            .ifPresent(facts -> service.build(facts.version(), facts.revision()));
        return service;
    }
}
