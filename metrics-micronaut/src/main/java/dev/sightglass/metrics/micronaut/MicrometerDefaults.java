package dev.sightglass.metrics.micronaut;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.order.Ordered;
import java.util.Map;

/**
 * Switches off those of Micrometer's binders that repeat {@code jvm_*} and {@code process_*}. Both would use the name
 * {@code jvm_memory_used_bytes} with other labels, so that a sum over it would count the memory twice. An application
 * that sets one of these keys itself has its way.
 */
@ContextConfigurer
public final class MicrometerDefaults implements ApplicationContextConfigurer {

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of("sightglass-metrics-defaults",
            Map.of("micronaut.metrics.binders.jvm.enabled", "false",
                "micronaut.metrics.binders.uptime.enabled", "false",
                "micronaut.metrics.binders.processor.enabled", "false",
                "micronaut.metrics.binders.files.enabled", "false"),
            Ordered.HIGHEST_PRECEDENCE));
    }
}
