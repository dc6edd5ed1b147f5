package dev.sightglass.health.micronaut;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.sightglass.health.ComponentHealth;
import dev.sightglass.health.ComponentState;
import dev.sightglass.health.HealthListener;
import dev.sightglass.health.management.RequestListener;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Observed;
import dev.sightglass.metrics.group.HealthMetrics;
import dev.sightglass.metrics.group.HealthState;

/** Shows health as metrics. State and age are read at each scrape, so that they cannot differ from the answers. */
final class HealthSeries implements HealthListener, RequestListener {

    /** Changes of state, by the state that was reached. */
    static final CounterDeclaration TRANSITIONS = CounterDeclaration.of("health_transitions",
        "Changes of a health check's status, by the status that it changed to.", Label.open("check", 50),
        Label.ofEnum("status", HealthState.class));

    private final MetricsCollector metrics;
    private final HealthMetrics requests;
    private final Map<String, Series> byComponent = new ConcurrentHashMap<>();

    HealthSeries(MetricsCollector metrics) {
        this.metrics = metrics;
        this.requests = new HealthMetrics(metrics);
    }

    @Override
    public void added(String name, Supplier<ComponentHealth> now) {
        for (var state : HealthState.values()) {
            metrics.counter(TRANSITIONS).bind(name, LabelValue.of(state));
        }
        var observed = List.of(
            metrics.stateSet(HealthMetrics.STATUS, HealthState.class).observe(() -> state(now.get().state()), name),
            metrics.gauge(HealthMetrics.AGE).observe(() -> seconds(now.get().age()), name));
        byComponent.put(name, new Series(observed, metrics.histogram(HealthMetrics.DURATION).bind(name)));
    }

    @Override
    public void ran(ComponentHealth component, Duration took) {
        var series = byComponent.get(component.name());
        if (series != null) {
            series.duration.observe(took);
        }
    }

    @Override
    public void changed(ComponentState before, ComponentHealth component) {
        metrics.counter(TRANSITIONS).bind(component.name(), LabelValue.of(state(component.state()))).inc();
    }

    @Override
    public void removed(String name) {
        var series = byComponent.remove(name);
        if (series != null) {
            series.observed.forEach(Observed::close);
        }
    }

    @Override
    public void serves(String endpoint) {
        if (endpoint.startsWith("/health")) {
            requests.endpoint(endpoint, 200, 503);
        } else {
            requests.endpoint(endpoint, 200);
        }
    }

    @Override
    public void answered(String endpoint, int status) {
        requests.requested(endpoint, status);
    }

    private static HealthState state(ComponentState state) {
        return switch (state) {
            case UP -> HealthState.UP;
            case DEGRADED -> HealthState.DEGRADED;
            case DOWN -> HealthState.DOWN;
            case STALE, UNKNOWN -> HealthState.UNKNOWN;
        };
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private record Series(List<Observed> observed, BoundHistogram duration) {}
}
