package dev.sightglass.client.convert;

import dev.sightglass.converter.Source;
import java.time.Duration;

/** The content of a source that is read when its turn comes. */
@FunctionalInterface
public interface Content {

    /**
     * Reads the content. Runs under the deadline of the conversion, on a thread that may be interrupted or given up.
     *
     * @return the content, or why there is none
     */
    Loaded load();

    /** What came of reading. */
    sealed interface Loaded {

        /**
         * All of it, and nothing that changed while it was read.
         *
         * @param source the content
         */
        record Whole(Source source) implements Loaded {}

        /**
         * It cannot be read now.
         *
         * @param reason what is in the way
         * @param retryAfter when to try again
         */
        record NotNow(String reason, Duration retryAfter) implements Loaded {}

        /**
         * It can be read but must not be taken.
         *
         * @param reason what is wrong with it
         * @param size in bytes
         * @param sha256 of the content, 64 hex digits
         */
        record Unfit(String reason, long size, String sha256) implements Loaded {}
    }
}
