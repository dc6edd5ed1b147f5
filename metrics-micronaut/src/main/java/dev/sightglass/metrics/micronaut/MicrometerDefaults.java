package dev.sightglass.metrics.micronaut;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.order.Ordered;
import java.util.Map;

/**
 * Switches off those of Micrometer's binders that repeat {@code jvm_*} and {@code process_*}, unless the application says
 * otherwise. It then gets Micrometer's in place of ours, see {@link ProcessStart}.
 */
@ContextConfigurer
public final class MicrometerDefaults implements ApplicationContextConfigurer {
    private static final String BINDERS = "micronaut.metrics.binders.";

    /** Found by Micronaut at start. */
    public MicrometerDefaults() {}

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of("sightglass-metrics-defaults",
            Map.of(BINDERS + "jvm.enabled", "false", BINDERS + "uptime.enabled", "false",
                BINDERS + "processor.enabled", "false", BINDERS + "files.enabled", "false"),
            Ordered.HIGHEST_PRECEDENCE));
    }
}
