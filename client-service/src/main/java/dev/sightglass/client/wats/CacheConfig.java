package dev.sightglass.client.wats;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The cache of look-ups on the server. Uploads and probes never pass through it.
 *
 * @param enabled whether answers are kept at all
 * @param ttl how long an answer serves
 * @param maxSize how many answers are kept
 */
@ConfigurationProperties("sightglass.cache")
public record CacheConfig(@Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "300s") Duration ttl,
    @Bindable(defaultValue = "1000") long maxSize) {

    /** Checks the bounds. */
    public CacheConfig {
        if (!ttl.isPositive()) {
            throw new IllegalArgumentException("sightglass.cache.ttl: must be positive. Found: " + ttl);
        }
        if (maxSize < 1) {
            throw new IllegalArgumentException("sightglass.cache.max-size: must be 1 or more. Found: " + maxSize);
        }
    }
}
