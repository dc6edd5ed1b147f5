package dev.sightglass.client.queue;

/** The store could not do what was asked, and did nothing of it. */
public final class QueueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failed call.
     *
     * @param message what failed, and what to do about it
     * @param cause the store's own account
     */
    public QueueException(String message, Throwable cause) {
        super(message, cause);
    }
}
