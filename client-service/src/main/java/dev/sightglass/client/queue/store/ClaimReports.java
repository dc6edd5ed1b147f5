package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Leases the reports whose turn it is. */
final class ClaimReports implements GroupCommit.Change<List<LeasedReport>> {

    private final int max;
    private final Duration lease;
    private final long now;

    ClaimReports(int max, Duration lease, long now) {
        this.max = max;
        this.lease = lease;
        this.now = now;
    }

    @Override
    public List<LeasedReport> apply(Statements store) {
        store.update("update report set state = 'ready' where state in ('leased', 'waiting') and due_at <= ?", now);
        var seqs = store.list("""
                              update report set state = 'leased', lease = lease + 1, due_at = ?
                              where seq in (select seq from report where state = 'ready' order by place, seq limit ?)
                              returning seq, place""", row -> new Turn(row.getLong(1), row.getLong(2)),
            now + lease.toMillis(), max);
        return seqs.stream().sorted().map(turn -> leased(store, turn.seq)).toList();
    }

    /** The order of what an update returns is not defined. */
    private record Turn(long seq, long place) implements Comparable<Turn> {

        @Override
        public int compareTo(Turn other) {
            return Comparator.comparingLong(Turn::place).thenComparingLong(Turn::seq).compare(this, other);
        }
    }

    private static LeasedReport leased(Statements store, long seq) {
        return store.first(
            """
            select r.seq, r.lease, r.revision, r.id, correlation_id, s.converter, r.attempts, s.detected_at, r.enqueued_at, p.body
            from report r
            join payload p using (seq)
            join source s using (correlation_id)
            where r.seq = ?""",
            ClaimReports::leased, seq).orElseThrow();
    }

    private static LeasedReport leased(ResultSet row) throws SQLException {
        return new LeasedReport(row.getLong(1), row.getLong(2), row.getLong(3), UUID.fromString(row.getString(4)),
            row.getString(5),
            row.getString(6), row.getInt(7), Instant.ofEpochMilli(row.getLong(8)), Instant.ofEpochMilli(row.getLong(9)),
            row.getBytes(10));
    }
}
