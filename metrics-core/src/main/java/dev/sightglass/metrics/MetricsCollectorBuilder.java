package dev.sightglass.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link MetricsCollector}. Not for several threads at once.
 *
 * @since 0.1.0
 */
public final class MetricsCollectorBuilder {
    private static final Pattern NAMESPACE = Pattern.compile("[a-z][a-z0-9_]*[a-z0-9]");

    PrometheusRegistry registry = new PrometheusRegistry();
    String namespace = "sightglass";
    boolean enabled = true;
    Duration idle = Duration.ofMinutes(10);
    boolean exemplars = true;
    @Nullable
    SpanContext spanContext;
    LongSupplier nanoClock = System::nanoTime;

    MetricsCollectorBuilder() {}

    /**
     * Registers with a registry that others use too. A disabled collector ignores it and leaves the registry alone.
     *
     * @param shared the registry
     * @return this builder
     */
    public MetricsCollectorBuilder registry(PrometheusRegistry shared) {
        this.registry = shared;
        return this;
    }

    /**
     * The word before every metric's name.
     *
     * @param word the namespace; the default is {@code sightglass}
     * @return this builder
     * @throws IllegalArgumentException if it is not lower case letters, digits and underscores
     */
    public MetricsCollectorBuilder namespace(String word) {
        if (!NAMESPACE.matcher(word).matches()) {
            throw new IllegalArgumentException("namespace: must match " + NAMESPACE + ". Found: " + word);
        }
        this.namespace = word;
        return this;
    }

    /**
     * Whether updates are recorded.
     *
     * @param record false for a collector whose updates do nothing
     * @return this builder
     */
    public MetricsCollectorBuilder enabled(boolean record) {
        this.enabled = record;
        return this;
    }

    /**
     * How long a value of an open label must have been unused before a new value may take its place.
     *
     * @param duration the time; the default is ten minutes
     * @return this builder
     */
    public MetricsCollectorBuilder recycleAfter(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("recycleAfter: must be positive. Found: " + duration);
        }
        this.idle = duration;
        return this;
    }

    /**
     * Whether histograms remember whose work an observation was: the trace id of a recording span, else the correlation
     * id of the thread.
     *
     * @param remember false for none; the default is true
     * @return this builder
     */
    public MetricsCollectorBuilder exemplars(boolean remember) {
        this.exemplars = remember;
        return this;
    }

    /**
     * The tracer to ask for the current span. Without one, the tracer that the Prometheus client has found is asked.
     *
     * @param tracer the tracer's context
     * @return this builder
     */
    public MetricsCollectorBuilder spanContext(SpanContext tracer) {
        this.spanContext = tracer;
        return this;
    }

    /**
     * The clock by which idle label values are told; for tests.
     *
     * @param clock nanoseconds, as {@link System#nanoTime()} gives them
     * @return this builder
     */
    public MetricsCollectorBuilder nanoClock(LongSupplier clock) {
        this.nanoClock = clock;
        return this;
    }

    /**
     * Builds the collector.
     *
     * @return a new collector
     */
    public MetricsCollector build() {
        return new MetricsCollector(this);
    }
}
