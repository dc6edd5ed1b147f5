package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A leased report before anybody has looked at its body.
 *
 * @param turn its job
 * @param stored the rest
 */
record ClaimedReport(Turn turn, StoredBody stored) {

    /** Unpacks and checks the body, which costs time: not on the thread that commits. Empty when the report is damaged. */
    Optional<LeasedReport> verified() {
        var id = stored.id();
        var correlationId = stored.correlationId();
        var converter = stored.converter();
        if (id == null || correlationId == null || converter == null) {
            return Optional.empty();
        }
        return stored.body()
            .map(body -> new LeasedReport(turn.seq(), turn.lease(), turn.revision(), UUID.fromString(id), correlationId,
                converter, turn.attempts(), Instant.ofEpochMilli(stored.detectedAt()),
                Instant.ofEpochMilli(turn.enqueuedAt()), body));
    }
}
