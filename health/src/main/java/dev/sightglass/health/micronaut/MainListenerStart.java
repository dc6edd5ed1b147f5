package dev.sightglass.health.micronaut;

import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.check.MainListenerCheck;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Ends the start of an application whose HTTP server listens, and keeps asking that server from then on. */
@Singleton
final class MainListenerStart implements ApplicationEventListener<ServerStartupEvent> {

    private final HealthLifecycle lifecycle;
    private final HealthMonitor monitor;
    private final MainListenerConfig config;

    MainListenerStart(HealthLifecycle lifecycle, HealthMonitor monitor, MainListenerConfig config) {
        this.lifecycle = lifecycle;
        this.monitor = monitor;
        this.config = config;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (config.enabled()) {
            var server = event.getSource();
            monitor.remove(MainListenerCheck.NAME);
            monitor.register(new MainListenerCheck(() -> server.getURI().resolve(config.path())));
        }
        lifecycle.applicationHasStarted();
    }
}
