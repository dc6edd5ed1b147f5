package dev.sightglass.client.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Objects;

/** A query that cannot be answered is the caller's mistake, and is said so. */
@Singleton
final class BadQueries implements ExceptionHandler<BadQueryException, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // the interface has it so
    public HttpResponse<Problem> handle(HttpRequest request, BadQueryException bad) {
        return Problem.of(HttpStatus.BAD_REQUEST, Objects.requireNonNullElse(bad.getMessage(), "unreadable query"));
    }
}
