package dev.sightglass.client.lifecycle;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the service stops and how it learns of changes.
 *
 * @param stopTimeout how long a stop may take in all; keep it below the time after which the platform kills the process
 * @param reloadInterval how often the configuration file is looked at for changes; 0 for never
 */
@ConfigurationProperties("sightglass.lifecycle")
public record LifecycleConfig(@Bindable(defaultValue = "25s") Duration stopTimeout,
    @Bindable(defaultValue = "2s") Duration reloadInterval) {

    /** Checks the bounds. */
    public LifecycleConfig {
        if (!stopTimeout.isPositive()) {
            throw new IllegalArgumentException(
                "sightglass.lifecycle.stop-timeout: must be positive. Found: " + stopTimeout);
        }
        if (reloadInterval.isNegative()) {
            throw new IllegalArgumentException(
                "sightglass.lifecycle.reload-interval: must not be negative. Found: " + reloadInterval);
        }
    }
}
