package dev.sightglass.metrics.micronaut;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ProcessMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;

/**
 * Describes the process from the start, so that a program that has not yet measured anything already says how it is. Not
 * beside Micrometer's own binders: both have {@code process_start_time_seconds} and {@code jvm_memory_used_bytes}, and a
 * scrape of both together fails.
 */
@Context
@Requires(missingBeans = {JvmMemoryMetrics.class, UptimeMetrics.class})
final class ProcessStart {
    private final MetricsCollector collector;

    ProcessStart(MetricsCollector collector) {
        this.collector = collector;
    }

    @PostConstruct
    void register() {
        ProcessMetrics.register(collector);
    }
}
