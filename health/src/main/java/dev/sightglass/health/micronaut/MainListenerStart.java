package dev.sightglass.health.micronaut;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Ends the start of an application whose HTTP server listens. */
@Singleton
final class MainListenerStart implements ApplicationEventListener<ServerStartupEvent> {

    private final HealthLifecycle lifecycle;

    MainListenerStart(HealthLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        lifecycle.applicationHasStarted();
    }
}
