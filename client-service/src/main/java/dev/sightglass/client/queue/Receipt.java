package dev.sightglass.client.queue;

import java.time.Duration;

/** What the queue answers to reports that are handed to it. */
public sealed interface Receipt {

    /**
     * The reports are committed and synced to disk: the source may go.
     *
     * @param reports how many
     */
    record Stored(int reports) implements Receipt {}

    /**
     * The same content was taken before and is queued or delivered: the source may go.
     *
     * @param correlationId under which the first copy is known
     */
    record Duplicate(String correlationId) implements Receipt {}

    /**
     * Nothing was stored, for a reason that passes: the source stays where it is.
     *
     * @param reason in words, with what to do about it
     * @param retryAfter when to ask again
     */
    record Full(String reason, Duration retryAfter) implements Receipt {}
}
