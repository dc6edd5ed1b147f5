package dev.sightglass.client.queue.store;

import java.time.Duration;

/**
 * Takes a damaged report out of the line, so that the rest flows.
 *
 * @param turn its job
 */
record QuarantineReport(Turn turn) implements Change<Boolean> {

    private static final String REASON =
        "the store is damaged: the body cannot be read or does not match its checksum; drop the source again";

    @Override
    public Boolean apply(Statements store, long now) {
        if (store.update(
            "update job set state = 'dead', last_reason = ? where seq = ? and lease = ? and state = 'leased'",
            REASON, turn.seq(), turn.lease()) == 0) {
            return false;
        }
        Attempts.enter(store, turn.seq(), now, Duration.ZERO, null, REASON);
        Contents.forgetSourcesOf(store, turn.seq());
        return true;
    }
}
