package dev.sightglass.health.micronaut;

import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.StartupStep;
import dev.sightglass.health.management.ManagementServer;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.BeanDestroyedEvent;
import io.micronaut.context.event.BeanDestroyedEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * Opens the port before anything else starts, so that a slow start can be watched, and closes it after everything else
 * has stopped.
 */
@Singleton
final class HealthLifecycle
    implements
        ApplicationEventListener<StartupEvent>,
        BeanDestroyedEventListener<HealthMonitor>,
        Ordered {

    private final BeanContext context;
    private final HealthMonitor monitor;
    private final BeanProvider<ManagementServer> server;
    private final boolean hasPort;
    private final StartupStep applicationStart;

    HealthLifecycle(BeanContext context, Environment environment, PortConfig port, HealthMonitor monitor,
        BeanProvider<ManagementServer> server) {
        this.context = context;
        this.monitor = monitor;
        this.server = server;
        this.hasPort = port.effective(environment) >= 0;
        this.applicationStart = monitor.startupStep("application");
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (hasPort) {
            server.get().start();
        }
        context.getBeansOfType(HealthCheck.class).forEach(monitor::register);
        monitor.start();
    }

    void applicationHasStarted() {
        applicationStart.done();
    }

    /** Not of interest: beans that listen to the end of others are themselves ended last, and that is what we want. */
    @Override
    public void onDestroyed(BeanDestroyedEvent<HealthMonitor> event) {}

    @PreDestroy
    void stop() {
        if (hasPort) {
            server.get().close();
        }
        monitor.close();
    }
}
