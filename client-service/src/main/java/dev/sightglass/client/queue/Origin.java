package dev.sightglass.client.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * Where reports came from: one file of a drop folder, or one body sent over HTTP.
 *
 * @param correlationId 32 hex digits, fixed when the source was detected
 * @param channel the folder's name, or {@code http}
 * @param name the file's path, or the name that the caller gave
 * @param size in bytes
 * @param sha256 of the content, 64 hex digits; the identity of the source
 * @param converter the converter's name
 * @param converterVersion the converter's version
 * @param detectedAt when the source was first seen
 * @param conversion how long reading and converting took, as far as it came
 */
public record Origin(String correlationId, String channel, String name, long size, String sha256, String converter,
    String converterVersion, Instant detectedAt, Duration conversion) {

    /**
     * The same after its conversion.
     *
     * @param duration how long that took
     * @return a copy
     */
    public Origin convertedIn(Duration duration) {
        return new Origin(correlationId, channel, name, size, sha256, converter, converterVersion, detectedAt,
            duration);
    }
}
