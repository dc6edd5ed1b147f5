package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;
import org.jspecify.annotations.Nullable;

/** Writes the one row that every source has. */
final class Ledger {

    private Ledger() {}

    static void enter(Statements store, Origin origin, String fate, @Nullable String reason, long now) {
        store.update(
            """
            insert into source (correlation_id, channel, name, size, sha256, converter, converter_version, detected_at,
                settled_at, fate, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", origin.correlationId(), origin.channel(), origin.name(),
            origin.size(),
            origin.sha256(), origin.converter(), origin.converterVersion(), origin.detectedAt().toEpochMilli(), now,
            fate, reason);
    }
}
