package dev.sightglass.client.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong here, and what to do
 * @param faults everything that is wrong with a report; left out when there is nothing to list
 */
record Problem(String title, int status, String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> faults) {

    /** RFC 9457, section 3. */
    static final String MEDIA_TYPE = "application/problem+json";

    Problem(String title, int status, String detail) {
        this(title, status, detail, List.of());
    }

    static HttpResponse<Problem> of(HttpStatus status, String detail) {
        return of(status, detail, List.of());
    }

    static HttpResponse<Problem> of(HttpStatus status, String detail, List<String> faults) {
        return HttpResponse.<Problem>status(status).contentType(MediaType.of(MEDIA_TYPE))
            .body(new Problem(status.getReason(), status.getCode(), detail, faults));
    }
}
