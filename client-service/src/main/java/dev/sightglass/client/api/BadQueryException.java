package dev.sightglass.client.api;

/** A query that cannot be answered as it stands; its message is for the caller. */
final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadQueryException(String message) {
        super(message);
    }
}
