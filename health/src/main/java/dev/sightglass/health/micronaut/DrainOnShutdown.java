package dev.sightglass.health.micronaut;

import dev.sightglass.health.HealthMonitor;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/** Turns readiness down before anything stops. What stops afterwards says nothing about health any more. */
@Singleton
final class DrainOnShutdown implements ApplicationEventListener<ShutdownEvent>, Ordered {

    private final HealthMonitor monitor;

    DrainOnShutdown(HealthMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        monitor.drain("the application is shutting down");
        monitor.freeze();
    }
}
