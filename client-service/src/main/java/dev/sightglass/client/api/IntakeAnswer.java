package dev.sightglass.client.api;

import dev.sightglass.client.convert.Fate;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The answer to a source that was sent in, given after its fate is durable.
 *
 * @param correlationId by which its journey is found
 * @param reports the ids of its reports
 */
record IntakeAnswer(String correlationId, List<UUID> reports) {

    static HttpResponse<?> of(CorrelationId id, Fate fate) {
        return switch (fate) {
            case Fate.Queued(var reports) -> HttpResponse.accepted().body(new IntakeAnswer(id.value(), reports));
            case Fate.Duplicate(var first) -> HttpResponse.accepted().body(new IntakeAnswer(first, List.of()));
            case Fate.Refused(var reason, var faults, _) -> Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, reason, faults);
            case Fate.Skipped(var reason) -> Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, reason);
            case Fate.Suspended(var reason, var retryAfter) -> later(reason, retryAfter);
            case Fate.Deferred(var reason, var retryAfter) -> later(reason, retryAfter);
        };
    }

    private static HttpResponse<?> later(String reason, Duration retryAfter) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, reason).toMutableResponse().header(HttpHeaders.RETRY_AFTER,
            Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
