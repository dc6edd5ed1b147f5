package dev.sightglass.client.api;

import dev.sightglass.client.convert.ConverterException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Objects;

/** A converter that does not exist is the caller's mistake, and is said so. */
@Singleton
final class IntakeErrors implements ExceptionHandler<ConverterException, HttpResponse<Problem>> {

    @Override
    @SuppressWarnings("rawtypes") // the interface has it so
    public HttpResponse<Problem> handle(HttpRequest request, ConverterException unknown) {
        return Problem.of(HttpStatus.BAD_REQUEST,
            Objects.requireNonNullElse(unknown.getMessage(), "unknown converter"));
    }
}
