package dev.sightglass.metrics.group;

import dev.sightglass.metrics.MetricsCollector;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;

/**
 * The process and its Java machine, under the names that Prometheus dashboards expect: {@code process_*} and
 * {@code jvm_*}, without namespace. Needs {@code io.prometheus:prometheus-metrics-instrumentation-jvm} on the class
 * path.
 *
 * @since 0.1.0
 */
public final class ProcessMetrics {
    private ProcessMetrics() {}

    /**
     * Registers the metrics of this process. On a disabled collector, and over a registry that has them already, it does
     * nothing.
     *
     * @param collector where
     */
    public static void register(MetricsCollector collector) {
        if (collector.isEnabled()) {
            JvmMetrics.builder().register(collector.registry());
        }
    }
}
