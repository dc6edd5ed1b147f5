package dev.sightglass.client.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * One act of a person on the queue.
 *
 * @param number of the act; later acts have larger ones
 * @param at when
 * @param who did it
 * @param kind what was done
 * @param reason why, in the person's words; may be empty
 * @param selection which reports were meant, in words; {@code destination} for pause and resume
 * @param changed how many reports it changed
 */
public record OperatorAct(long number, Instant at, String who, Kind kind, String reason, String selection,
    long changed) {

    /** What a person can do. */
    public enum Kind {
        /** Sends reports on their way again. */
        RETRY,
        /** Gives reports up. */
        DISCARD,
        /** Holds reports back. */
        HOLD,
        /** Lets reports go that were held back. */
        RELEASE,
        /** Stops all uploads. */
        PAUSE,
        /** Lets uploads go on. */
        RESUME;

        /**
         * The kind's name in the store and in JSON.
         *
         * @return in lower case
         */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a name.
         *
         * @param word in any case
         * @return the kind
         * @throws IllegalArgumentException when there is none
         */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
