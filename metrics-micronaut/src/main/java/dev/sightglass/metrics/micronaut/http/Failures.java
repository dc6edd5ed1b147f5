package dev.sightglass.metrics.micronaut.http;

import io.micronaut.http.client.exceptions.ResponseClosedException;
import java.io.EOFException;

/** Failures that only Micronaut has a class for, as the exception of the JDK that means the same. */
final class Failures {
    private Failures() {}

    static Throwable inWordsOfTheJdk(Throwable failure) {
        return failure instanceof ResponseClosedException ? new EOFException() : failure;
    }
}
