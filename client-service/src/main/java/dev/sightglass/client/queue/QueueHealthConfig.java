package dev.sightglass.client.queue;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When the queue's health is a warning.
 *
 * @param warnAge an oldest undelivered report that has waited longer
 * @param warnFill a queue that is this full, by items or by bytes, 0 to 1
 */
@ConfigurationProperties("sightglass.health.queue")
record QueueHealthConfig(@Bindable(defaultValue = "1h") Duration warnAge,
    @Bindable(defaultValue = "0.8") double warnFill) {

    /** Checks the bounds. */
    QueueHealthConfig {
        if (!warnAge.isPositive()) {
            throw new IllegalArgumentException(
                "sightglass.health.queue.warn-age: must be positive. Found: " + warnAge);
        }
        if (!(warnFill > 0 && warnFill <= 1)) {
            throw new IllegalArgumentException(
                "sightglass.health.queue.warn-fill: must be more than 0 and at most 1. Found: " + warnFill);
        }
    }
}
