package dev.sightglass.metrics.group;

import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.StateSetDeclaration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server that the program depends on, as the program sees it. Everything is read from its source at each scrape.
 *
 * @since 0.1.0
 */
public final class UpstreamMetrics {
    private static final double MILLIS_PER_SECOND = 1000;

    /** Whether the server answers. */
    public static final GaugeDeclaration UP = GaugeDeclaration.of("upstream_up",
        "1 if the server answered when last asked, else 0.");
    /** When the server last took something. */
    public static final GaugeDeclaration LAST_SUCCESS = GaugeDeclaration
        .of("upstream_last_success_timestamp",
            "When the server last answered well, in seconds since 1970; 0 if it never did.")
        .in(MetricUnit.SECONDS);
    /** Whether delivery is paused. */
    public static final GaugeDeclaration PAUSED = GaugeDeclaration.of("upstream_paused",
        "1 if deliveries are paused for this reason, else 0.", Label.open("reason", 20));
    /** The circuit breaker. */
    public static final StateSetDeclaration CIRCUIT_STATE = StateSetDeclaration.of("upstream_circuit_state",
        "State of the circuit breaker before the server: 1 for the state that holds.",
        Label.ofEnum("state", CircuitState.class));

    /** How many deliveries at once. */
    public static final GaugeDeclaration CONCURRENCY_LIMIT = GaugeDeclaration.of("upstream_concurrency_limit",
        "Deliveries that may be under way at once, as adapted to how the server bears them.");
    /** Whether the program's own rate limit holds deliveries back. */
    public static final GaugeDeclaration RATE_LIMITED = GaugeDeclaration.of("upstream_rate_limited",
        "1 if the program's own rate limit holds deliveries back, else 0.");

    private final MetricsCollector collector;

    /**
     * Makes the group; each series is registered when its source is given.
     *
     * @param collector where
     */
    public UpstreamMetrics(MetricsCollector collector) {
        this.collector = collector;
    }

    /**
     * Whether the server answers.
     *
     * @param source read at each scrape
     */
    public void up(BooleanSupplier source) {
        collector.gauge(UP).observe(() -> source.getAsBoolean() ? 1 : 0);
    }

    /**
     * When the server last answered well.
     *
     * @param source read at each scrape; null if it never did
     */
    public void lastSuccess(Supplier<? extends @Nullable Instant> source) {
        collector.gauge(LAST_SUCCESS).observe(() -> {
            Instant instant = source.get();
            return instant == null ? 0 : instant.toEpochMilli() / MILLIS_PER_SECOND;
        });
    }

    /**
     * Whether deliveries are paused, by reason.
     *
     * @param reasons the enum of reasons
     * @param source whether a reason holds, read at each scrape
     * @param <R> the enum
     */
    public <R extends Enum<R>> void paused(Class<R> reasons, Predicate<R> source) {
        GaugeMetric paused = collector.gauge(PAUSED);
        for (R reason : reasons.getEnumConstants()) {
            paused.observe(() -> source.test(reason) ? 1 : 0, LabelValue.of(reason));
        }
    }

    /**
     * The state of the circuit breaker.
     *
     * @param source read at each scrape
     */
    public void circuitState(Supplier<CircuitState> source) {
        collector.stateSet(CIRCUIT_STATE, CircuitState.class).observe(source);
    }

    /**
     * How many deliveries may be under way at once.
     *
     * @param source read at each scrape
     */
    public void concurrencyLimit(IntSupplier source) {
        collector.gauge(CONCURRENCY_LIMIT).observe(source::getAsInt);
    }

    /**
     * Whether the program's own rate limit holds deliveries back.
     *
     * @param source read at each scrape
     */
    public void rateLimited(BooleanSupplier source) {
        collector.gauge(RATE_LIMITED).observe(() -> source.getAsBoolean() ? 1 : 0);
    }
}
