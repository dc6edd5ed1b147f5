package dev.sightglass.health.micronaut;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.management.DetailsVisibility;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the management port listens, and what it shows.
 *
 * @param bind the address to listen on ({@code SIGHTGLASS_MANAGEMENT_BIND}); every address of the machine unless set
 * @param basePath before every path, like {@code /ops}; none unless set
 * @param details who may see details and the reasons in probes: everyone, trusted (who gave credentials; everybody if
 *     none are asked for) or nobody
 */
@ConfigurationProperties("sightglass.management")
public record ManagementConfig(@Nullable String bind, @Bindable(defaultValue = "") String basePath,
    @Bindable(defaultValue = "trusted") DetailsVisibility details) {}
