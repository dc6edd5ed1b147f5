package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.StateSetDeclaration;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Health checks: what they found, how long they took, how old the answer is, who asked. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class HealthMetrics {
    private static final Label CHECK = Label.open("check", 50);

    /** What a check found. */
    public static final StateSetDeclaration STATUS = StateSetDeclaration.of("health_status",
        "What a health check found: 1 for the status that holds.", Label.ofEnum("status", HealthState.class), CHECK);
    /** Time of checks. */
    public static final HistogramDeclaration DURATION = HistogramDeclaration.seconds("health_check_duration",
        "Time that a health check took.", Buckets.SECONDS, CHECK);
    /** Age of answers. */
    public static final GaugeDeclaration AGE = GaugeDeclaration
        .of("health_check_age", "Time since a health check last answered.", CHECK)
        .in(MetricUnit.SECONDS);
    /** Questions asked. */
    public static final CounterDeclaration REQUESTS = CounterDeclaration.of("health_requests",
        "Requests to health endpoints, by HTTP status.", Label.open("endpoint", 16), Label.open("status", 16));

    private final MetricsCollector collector;
    private final CounterMetric requests;

    /**
     * Registers the group.
     *
     * @param collector where
     */
    public HealthMetrics(MetricsCollector collector) {
        this.collector = collector;
        this.requests = collector.counter(REQUESTS);
    }

    /**
     * Watches a check. A check watched before under the same name is replaced.
     *
     * @param name the check's name
     * @param state what it found, read at each scrape
     * @param ageSeconds how long ago it answered, read at each scrape
     * @return to be told how long each run took
     */
    public Consumer<Duration> check(String name, Supplier<HealthState> state, DoubleSupplier ageSeconds) {
        collector.stateSet(STATUS, HealthState.class).observe(state, name);
        collector.gauge(AGE).observe(ageSeconds, name);
        BoundHistogram duration = collector.histogram(DURATION).bind(name);
        return duration::observe;
    }

    /**
     * A health endpoint is known to exist, so its answers start at 0.
     *
     * @param endpoint the path
     * @param statuses the HTTP statuses that it answers with
     */
    public void endpoint(String endpoint, int... statuses) {
        requests.reserve("endpoint", endpoint);
        for (int status : statuses) {
            requests.reserve("status", Integer.toString(status));
            requests.bind(endpoint, Integer.toString(status));
        }
    }

    /**
     * A health endpoint was asked.
     *
     * @param endpoint the path
     * @param status the HTTP status of the answer
     */
    public void requested(String endpoint, int status) {
        requests.bind(endpoint, Integer.toString(status)).inc();
    }
}
