package dev.sightglass.metrics.micronaut;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Whether metrics are recorded. The port they are served on is the health module's to know.
 *
 * @param enabled false for a collector that records nothing; the key is {@code sightglass.metrics.enabled}
 * @since 0.1.0
 */
@ConfigurationProperties("sightglass.metrics")
public record MetricsConfig(@Bindable(defaultValue = "true") boolean enabled) {}
