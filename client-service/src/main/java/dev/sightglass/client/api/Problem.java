package dev.sightglass.client.api;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;

/**
 * An error as RFC 9457 has it.
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong here, and what to do
 */
@Introspected
record Problem(String title, int status, String detail) {

    static HttpResponse<Problem> of(HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status).contentType(MediaType.of("application/problem+json"))
            .body(new Problem(status.getReason(), status.getCode(), detail));
    }
}
