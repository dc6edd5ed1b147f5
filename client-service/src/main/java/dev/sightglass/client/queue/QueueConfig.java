package dev.sightglass.client.queue;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;

/**
 * The durable queue.
 *
 * @param maxItems how many undelivered reports it holds before intake stops
 * @param maxBytes how many bytes of undelivered reports it holds before intake stops
 * @param minFreeBytes free disk space below which intake stops
 * @param ageing how long a report of priority n+1 waits before it is equal to a new one of priority n
 */
@ConfigurationProperties("sightglass.queue")
public record QueueConfig(@Bindable(defaultValue = "1000000") long maxItems,
    @ReadableBytes @Bindable(defaultValue = "20GB") long maxBytes,
    @ReadableBytes @Bindable(defaultValue = "256MB") long minFreeBytes,
    @Bindable(defaultValue = "30s") Duration ageing) {

    /** Checks the bounds. */
    public QueueConfig {
        check("max-items", maxItems > 0, "be positive", maxItems);
        check("max-bytes", maxBytes > 0, "be positive", maxBytes);
        check("min-free-bytes", minFreeBytes >= 0, "not be negative", minFreeBytes);
        check("ageing", !ageing.isNegative(), "not be negative", ageing);
    }

    private static void check(String key, boolean holds, String expectation, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                "sightglass.queue." + key + ": must " + expectation + ". Found: " + found);
        }
    }
}
