package dev.sightglass.client.convert;

import dev.sightglass.client.log.LogScope;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Duration;
import java.time.Instant;

/**
 * One source on its way through the pool.
 *
 * @param correlationId fixed when the source was detected
 * @param channel the folder's name, or {@code http}
 * @param name the file's path, or the name that the caller gave
 * @param size in bytes, as far as known before reading
 * @param detectedAt when the source was first seen
 * @param priority 1 (first) to 10
 * @param recipe how to convert it
 * @param content what to convert
 */
public record Conversion(CorrelationId correlationId, String channel, String name, long size, Instant detectedAt,
    int priority,
    Recipe recipe, Content content) {

    /** Checks the priority. */
    public Conversion {
        if (priority < 1 || priority > 10) {
            throw new IllegalArgumentException("priority must be 1 to 10. Found: " + priority);
        }
    }

    /** Opens the scope in which the log names this source. */
    LogScope logScope() {
        return LogScope.source(correlationId, name, recipe.converter().name());
    }

    Origin origin(long actualSize, String sha256) {
        var converter = recipe.converter();
        return new Origin(correlationId.value(), channel, name, actualSize, sha256, converter.name(),
            converter.version(),
            detectedAt, Duration.ZERO);
    }
}
