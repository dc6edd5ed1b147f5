package dev.sightglass.client.convert;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What became of one source, and so what may happen to the file that it came from. */
public sealed interface Fate {

    /**
     * The reports are committed and synced: the source may go.
     *
     * @param reports their ids, in the order of the source
     */
    record Queued(List<UUID> reports) implements Fate {

        /** Copies the list. */
        public Queued {
            reports = List.copyOf(reports);
        }
    }

    /**
     * The same content was taken before: the source may go.
     *
     * @param of the correlation id of the first copy
     */
    record Duplicate(String of) implements Fate {}

    /**
     * The source is wrong for good, and the ledger knows it.
     *
     * @param reason in one sentence
     * @param faults each single fault, when there is more to say than the reason; may be empty
     * @param sha256 the identity under which the ledger has it
     */
    record Refused(String reason, List<String> faults, String sha256) implements Fate {

        /** Copies the list. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The converter has no interest in the source, which stays where it is.
     *
     * @param reason why
     */
    record Skipped(String reason) implements Fate {}

    /**
     * This source cannot be taken yet; others can.
     *
     * @param reason what is awaited or in the way
     * @param retryAfter when to try this source again
     */
    record Suspended(String reason, Duration retryAfter) implements Fate {}

    /**
     * Nothing can be taken now, this source or another: the queue is full, the store fails, the converter is switched off.
     *
     * @param reason in words, with what to do about it
     * @param retryAfter when to try again
     */
    record Deferred(String reason, Duration retryAfter) implements Fate {}
}
