package dev.sightglass.health.micronaut;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
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

    private static final Logger logger = LoggerFactory.getLogger(HealthLifecycle.class);

    private final BeanContext context;
    private final HealthMonitor monitor;
    private final ConfiguredPolicy policy;
    private final BeanProvider<ManagementServer> server;
    private final boolean hasPort;
    private final StartupStep applicationStart;
    private final StartupStep warmUp;
    private @Nullable ManagementServer running;

    HealthLifecycle(BeanContext context, Environment environment, PortConfig port, HealthMonitor monitor,
        ConfiguredPolicy policy, BeanProvider<ManagementServer> server) {
        StrictSettings.verify(environment);
        this.context = context;
        this.monitor = monitor;
        this.policy = policy;
        this.server = server;
        this.hasPort = port.effective(environment) >= 0;
        this.applicationStart = monitor.startupStep("application");
        this.warmUp = monitor.startupStep("management-warm-up");
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (hasPort) {
            var opened = server.get();
            opened.start();
            running = opened;
            Thread.ofPlatform().daemon().name("management-warm-up").start(() -> warmUp(opened));
        } else {
            warmUp.done();
        }
        try {
            watchTheApplication();
        } catch (RuntimeException failed) {
            // A context that fails to start is not stopped by anybody.
            stop();
            throw failed;
        }
    }

    private void watchTheApplication() {
        context.getBeansOfType(HealthCheck.class).forEach(monitor::register);
        context.getBeansOfType(Progress.class).forEach(monitor::watch);
        context.getBeansOfType(ProgressGroup.class).forEach(monitor::watch);
        monitor.start();
    }

    private void warmUp(ManagementServer opened) {
        try {
            opened.warmUp();
        } catch (IOException slow) {
            logger.warn("The management port did not answer itself; the first probes may be slow", slow);
        } catch (IllegalStateException closed) {
            logger.debug("The management port was closed before it was warm", closed);
        } finally {
            warmUp.done();
        }
    }

    void applicationHasStarted() {
        applicationStart.done();
        policy.wanted().stream().filter(name -> !monitor.isWatched(name)).forEach(name -> logger.warn(
            "sightglass.health.checks.{}: there is no check of this name, so this changes nothing. /health/details has "
                + "the names",
            name));
    }

    /** Not of interest: beans that listen to the end of others are themselves ended last, and that is what we want. */
    @Override
    public void onDestroyed(BeanDestroyedEvent<HealthMonitor> event) {}

    @PreDestroy
    void stop() {
        if (running != null) {
            running.close();
        }
        monitor.close();
    }
}
