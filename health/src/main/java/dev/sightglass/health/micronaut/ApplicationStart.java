package dev.sightglass.health.micronaut;

import io.micronaut.context.BeanContext;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;

/** Ends the start of an application that has no HTTP server of its own, after all that others do at start. */
@Singleton
final class ApplicationStart implements ApplicationEventListener<StartupEvent>, Ordered {

    private final BeanContext context;
    private final HealthLifecycle lifecycle;

    ApplicationStart(BeanContext context, HealthLifecycle lifecycle) {
        this.context = context;
        this.lifecycle = lifecycle;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (!context.containsBean(EmbeddedServer.class)) {
            lifecycle.applicationHasStarted();
        }
    }
}
