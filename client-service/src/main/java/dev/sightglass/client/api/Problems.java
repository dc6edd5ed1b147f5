package dev.sightglass.client.api;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Gives the framework's own errors (no such path, wrong method, body too large) the form of all others. */
@Singleton
final class Problems implements ErrorResponseProcessor<Problem> {

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var status = HttpStatus.valueOf(response.code());
        var detail = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return response.contentType(MediaType.of(Problem.MEDIA_TYPE))
            .body(new Problem(status.getReason(), status.getCode(), detail.isEmpty() ? status.getReason() : detail));
    }
}
