package dev.sightglass.client.wats;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What came back from the server, if anything did. */
public sealed interface Answer {

    /**
     * The server answered.
     *
     * @param status the HTTP status
     * @param retryAfter how long it asks us to wait
     * @param text what it says; at most a megabyte
     */
    record Answered(int status, Optional<Duration> retryAfter, String text) implements Answer {}

    /**
     * The server did not answer, or not to the end.
     *
     * @param failure what kind of failure it was
     * @param detail in words
     */
    record Unanswered(Failure failure, String detail) implements Answer {}

    /** How a request can end without an answer. */
    enum Failure {
        /** Nothing listens there, or the way is closed. */
        CONNECT,
        /** The name is not known. */
        DNS,
        /** The certificates do not satisfy. */
        TLS,
        /** No answer in time. */
        TIMEOUT,
        /** An answer that began and did not end in time: half a connection, or a trickle. */
        HALF_OPEN,
        /** The connection broke. */
        RESET,
        /** What came back is not HTTP, or more than any answer of this server can be. */
        PROTOCOL;

        /**
         * The word by which the table of outcomes knows it.
         *
         * @return such as {@code half-open}
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
