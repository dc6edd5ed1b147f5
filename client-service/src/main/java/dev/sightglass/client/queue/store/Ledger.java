package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the one row that every source has. */
final class Ledger {

    private Ledger() {}

    static void enter(Handle handle, Origin origin, String fate, @Nullable String reason, long now) {
        handle
            .createUpdate(
                """
                insert into source (correlation_id, channel, name, size, sha256, converter, converter_version, detected_at, settled_at, fate, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .bind(0, origin.correlationId()).bind(1, origin.channel()).bind(2, origin.name())
            .bind(3, origin.size()).bind(4, origin.sha256()).bind(5, origin.converter())
            .bind(6, origin.converterVersion())
            .bind(7, origin.detectedAt().toEpochMilli()).bind(8, now).bind(9, fate).bind(10, reason).execute();
    }
}
