package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the store has of a report beside its job, as far as it can be read. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record StoredBody(long seq, @Nullable String id, @Nullable String correlationId, @Nullable String converter,
    long detectedAt, byte @Nullable [] sha256, byte @Nullable [] body) {

    static StoredBody read(ResultSet row) throws SQLException {
        return new StoredBody(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5),
            row.getBytes(6), row.getBytes(7));
    }

    static StoredBody unreadable(long seq) {
        return new StoredBody(seq, null, null, null, 0, null, null);
    }

    ClaimedReport claimedBy(Turn turn) {
        if (id == null || correlationId == null || converter == null || sha256 == null || body == null) {
            return new ClaimedReport.Damaged(seq, turn.lease(), "its rows cannot be read");
        }
        return new ClaimedReport.Whole(new LeasedReport(seq, turn.lease(), turn.revision(), UUID.fromString(id),
            correlationId, converter, turn.attempts(), Instant.ofEpochMilli(detectedAt),
            Instant.ofEpochMilli(turn.enqueuedAt()), body), sha256);
    }
}
