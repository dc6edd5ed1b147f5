package dev.sightglass.client.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the store has of a report beside its job, as far as it can be read. */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record StoredBody(long seq, @Nullable String id, @Nullable String correlationId, @Nullable String converter,
    long detectedAt, int size, byte @Nullable [] sha256, boolean compressed, byte @Nullable [] bytes) {

    static final String SELECT =
        """
        select r.seq, r.id, r.correlation_id, s.converter, s.detected_at, r.size, r.sha256, p.compressed, p.body
        from report r
        left join source s on s.correlation_id = r.correlation_id
        left join payload p on p.seq = r.seq
        """;

    static StoredBody read(ResultSet row) throws SQLException {
        return new StoredBody(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5),
            row.getInt(6), row.getBytes(7), row.getInt(8) != 0, row.getBytes(9));
    }

    static StoredBody unreadable(long seq) {
        return new StoredBody(seq, null, null, null, 0, 0, null, false, null);
    }

    /** The body as it was taken; empty when it is not there or not the same any more. */
    Optional<byte[]> body() {
        if (bytes == null || sha256 == null) {
            return Optional.empty();
        }
        return new Packed(compressed, bytes).unpacked(size).filter(body -> Arrays.equals(Checksum.of(body), sha256));
    }
}
