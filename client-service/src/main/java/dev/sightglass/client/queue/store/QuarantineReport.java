package dev.sightglass.client.queue.store;

import java.time.Duration;

/**
 * Takes a damaged report out of the line, so that the rest flows.
 *
 * @param damaged the report
 */
public record QuarantineReport(ClaimedReport.Damaged damaged) implements Change<Boolean> {

    @Override
    public Boolean apply(Statements store, long now) {
        var reason = "the store is damaged: " + damaged.reason() + "; drop its source again";
        if (store.update(
            "update job set state = 'dead', last_reason = ? where seq = ? and lease = ? and state = 'leased'",
            reason, damaged.seq(), damaged.lease()) == 0) {
            return false;
        }
        Attempts.enter(store, damaged.seq(), now, Duration.ZERO, null, reason);
        Contents.forgetSourcesOf(store, damaged.seq());
        return true;
    }
}
