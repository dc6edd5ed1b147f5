package dev.sightglass.client.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one source.
 *
 * @param correlationId its id in logs, headers and metrics
 * @param channel the folder's name, or {@code http}
 * @param name the file's path, or the name that the caller gave
 * @param size in bytes
 * @param sha256 of its content
 * @param converter that read it
 * @param converterVersion of that converter
 * @param detectedAt when it was first seen
 * @param conversion how long reading and converting took
 * @param settledAt when it was queued or refused
 * @param fate accepted, duplicate or rejected
 * @param reason why it is a duplicate or was rejected; null when it was accepted
 * @param reports that it brought, in its own order
 */
public record Journey(String correlationId, String channel, String name, long size, String sha256, String converter,
    String converterVersion, Instant detectedAt, Duration conversion, Instant settledAt, String fate,
    @Nullable String reason, List<ReportJourney> reports) {

    /** Copies the list. */
    public Journey {
        reports = List.copyOf(reports);
    }
}
