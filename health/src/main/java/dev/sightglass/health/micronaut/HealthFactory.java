package dev.sightglass.health.micronaut;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.HealthListener;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.HealthPolicy;
import dev.sightglass.health.TimeSource;
import dev.sightglass.health.TransitionLog;
import dev.sightglass.health.check.DeadlockCheck;
import dev.sightglass.health.check.MemoryCheck;
import dev.sightglass.health.management.HealthEndpoints;
import dev.sightglass.health.management.InfoEndpoint;
import dev.sightglass.health.management.ManagementEndpoint;
import dev.sightglass.health.management.ManagementServer;
import dev.sightglass.health.management.ManagementSettings;
import dev.sightglass.health.management.MetricsEndpoint;
import dev.sightglass.health.management.RequestListener;
import dev.sightglass.health.management.ServiceInfo;
import dev.sightglass.metrics.MetricsCollector;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.ApplicationConfiguration;
import jakarta.inject.Singleton;

/** The beans; an application replaces any of them with one of its own. */
@Factory
final class HealthFactory {

    @Singleton
    @Secondary
    TimeSource timeSource() {
        return TimeSource.system();
    }

    @Singleton
    @Secondary
    HealthMonitor healthMonitor(TimeSource time, List<HealthListener> listeners, HealthPolicy policy) {
        return new HealthMonitor(time, listeners, policy);
    }

    @Singleton
    ConfiguredPolicy healthPolicy(HealthConfig config, List<CheckOverride> overrides) {
        return new ConfiguredPolicy(config, overrides);
    }

    @Singleton
    TransitionLog transitionLog() {
        return new TransitionLog();
    }

    @Singleton
    HealthSeries healthSeries(MetricsCollector metrics) {
        return new HealthSeries(metrics);
    }

    @Singleton
    DeadlockCheck deadlockCheck() {
        return new DeadlockCheck();
    }

    @Singleton
    MemoryCheck memoryCheck() {
        return new MemoryCheck();
    }

    /** For applications that bring no collector of their own. */
    @Singleton
    @Secondary
    MetricsCollector metricsCollector() {
        return MetricsCollector.create();
    }

    @Singleton
    @Secondary
    ServiceInfo serviceInfo(ApplicationConfiguration application, Environment environment) {
        var build = BuildProperties.of(environment.getClassLoader());
        var name = application.getName().orElseGet(() -> Objects.requireNonNullElse(build.name(), "application"));
        var process = ProcessHandle.current();
        return new ServiceInfo(name, build.build(), build.git(), Runtime.version().toString(),
            process.info().startInstant().orElseGet(Instant::now),
            application.getInstance().getId().orElseGet(HealthFactory::hostName), process.pid());
    }

    @Singleton
    @Secondary
    ManagementServer managementServer(PortConfig port, ManagementConfig config, AuthConfig auth, TlsConfig tls,
        Environment environment, HealthMonitor monitor, ServiceInfo service, MetricsCollector metrics, TimeSource time,
        List<ManagementEndpoint> ofApplication, List<RequestListener> listeners) {
        var endpoints = new ArrayList<>(HealthEndpoints.of(monitor::report, service, config.details()));
        endpoints.add(new InfoEndpoint(service, time.wall()));
        endpoints.add(new MetricsEndpoint(metrics));
        endpoints.addAll(ofApplication);
        var settings = new ManagementSettings(address(config.bind(), port.effective(environment)),
            config.basePath(), auth.credentials(), tls.context(), ManagementSettings.Limits.DEFAULT);
        return new ManagementServer(settings, endpoints,
            new AllListeners(listeners));
    }

    private record AllListeners(List<RequestListener> listeners) implements RequestListener {

        @Override
        public void serves(String endpoint) {
            listeners.forEach(listener -> listener.serves(endpoint));
        }

        @Override
        public void answered(String endpoint, int status) {
            listeners.forEach(listener -> listener.answered(endpoint, status));
        }
    }

    private static InetSocketAddress address(@Nullable String bind, int port) {
        return bind == null ? new InetSocketAddress(port) : new InetSocketAddress(bind, port);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
