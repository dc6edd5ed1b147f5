package dev.sightglass.metrics.group;

/**
 * Why a call is made again.
 *
 * @since 0.1.0
 */
public enum HttpRetryReason {
    /** No answer in time, or an answer of 408. */
    TIMEOUT,
    /** No connection, a broken one, or no name. */
    CONNECTION,
    /** The server asked to slow down: 429. */
    THROTTLED,
    /** An answer of 500 to 599. */
    SERVER_ERROR,
    /** Anything else. */
    OTHER;

    /**
     * The reason that an answer gives.
     *
     * @param status the HTTP status
     * @return the reason
     */
    public static HttpRetryReason of(int status) {
        return switch (status) {
            case 408 -> TIMEOUT;
            case 429 -> THROTTLED;
            default -> status >= 500 && status <= 599 ? SERVER_ERROR : OTHER;
        };
    }

    /**
     * The reason that a failure gives.
     *
     * @param failure what the client threw
     * @return the reason
     */
    public static HttpRetryReason of(Throwable failure) {
        return switch (HttpErrorType.of(failure)) {
            case TIMEOUT -> TIMEOUT;
            case CONNECT, DNS, RESET, TLS -> CONNECTION;
            case SERVER_ERROR -> SERVER_ERROR;
            case PROTOCOL, CANCELLED, CLIENT_ERROR, OTHER -> OTHER;
        };
    }
}
