package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;
import org.jspecify.annotations.Nullable;

/** Writes the one row that every source has. */
final class SourceRows {

    private SourceRows() {}

    /** Returns false when the source has its row already; a rejected one may come again and fare better. */
    static boolean enter(Statements store, Origin origin, String fate, @Nullable String reason, int reports, long now) {
        return store.update(
            """
            insert into source (correlation_id, channel, name, size, sha256, converter, converter_version, detected_at,
                conversion_ms, settled_at, fate, reason, reports)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (correlation_id) do update set conversion_ms = excluded.conversion_ms, settled_at = excluded.settled_at,
                converter_version = excluded.converter_version, fate = excluded.fate, reason = excluded.reason,
                reports = excluded.reports
            where source.fate = 'rejected'""",
            origin.correlationId(), origin.channel(), origin.name(), origin.size(), origin.sha256(), origin.converter(),
            origin.converterVersion(), origin.detectedAt().toEpochMilli(), origin.conversion().toMillis(), now, fate,
            reason, reports) == 1;
    }
}
