package dev.sightglass.client.lifecycle;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every feature shares. */
@Factory
final class LifecycleFactory {

    @Singleton
    dev.sightglass.metrics.MetricsCollector collector() {
        return dev.sightglass.metrics.MetricsCollector.create();
    }

    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
