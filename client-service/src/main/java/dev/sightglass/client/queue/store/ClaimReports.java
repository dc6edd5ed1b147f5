package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

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
    public List<LeasedReport> apply(Handle handle) {
        handle.execute("update report set state = 'ready' where state in ('leased', 'waiting') and due_at <= ?", now);
        var seqs =
            handle.createQuery("select seq from report where state = 'ready' order by place, seq limit ?").bind(0, max)
                .mapTo(Long.class).list();
        if (seqs.isEmpty()) {
            return List.of();
        }
        handle
            .createUpdate("update report set state = 'leased', lease = lease + 1, due_at = :end where seq in (<seqs>)")
            .bind("end", now + lease.toMillis()).bindList("seqs", seqs).execute();
        return handle
            .createQuery(
                """
                select r.seq, r.lease, r.revision, r.id, correlation_id, s.converter, r.attempts, s.detected_at, r.enqueued_at, p.body
                from report r
                join payload p using (seq)
                join source s using (correlation_id)
                where r.seq in (<seqs>) order by r.place, r.seq""")
            .bindList("seqs", seqs).map((row, _) -> leased(row)).list();
    }

    private static LeasedReport leased(ResultSet row) throws SQLException {
        return new LeasedReport(row.getLong(1), row.getLong(2), row.getLong(3), UUID.fromString(row.getString(4)),
            row.getString(5),
            row.getString(6), row.getInt(7), Instant.ofEpochMilli(row.getLong(8)), Instant.ofEpochMilli(row.getLong(9)),
            row.getBytes(10));
    }
}
