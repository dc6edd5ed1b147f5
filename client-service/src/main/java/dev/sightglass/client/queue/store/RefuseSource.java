package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;

/**
 * Enters a source that brought no report.
 *
 * @param origin where it came from
 * @param reason why, in words
 */
record RefuseSource(Origin origin, String reason) implements Change<Boolean> {

    @Override
    public Boolean apply(Statements store, long now) {
        return SourceRows.enter(store, origin, "rejected", reason, 0, now);
    }
}
