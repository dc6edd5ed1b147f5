package dev.sightglass.client.queue.store;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the reports of one source into the line. */
final class ReportRows {

    /** What the lease of a new life starts at: no holder of an earlier life can have it. */
    static final String FIRST_LEASE = "4294967296 * ";

    private final Statements store;
    private final String correlationId;
    private final long now;
    private final long place;

    ReportRows(Statements store, String correlationId, long now, long place) {
        this.store = store;
        this.correlationId = correlationId;
        this.now = now;
        this.place = place;
    }

    /** Returns the report's number. */
    long put(PreparedReport prepared) {
        var seq = insert(prepared);
        if (seq.isPresent()) {
            store.update("""
                         insert into job (seq, state, place, lease, revision, size, enqueued_at)
                         values (?, 'ready', ?, 0, 0, ?, ?)""", seq.get(), place, prepared.report().json().length, now);
            store.update("insert into payload (seq, compressed, body) values (?, ?, ?)", seq.get(),
                prepared.packed().compressed() ? 1 : 0, prepared.packed().bytes());
            return seq.get();
        }
        var known = known(prepared);
        if (!known.covers(prepared)) {
            replace(known.seq, prepared);
        }
        return known.seq;
    }

    private Optional<Long> insert(PreparedReport prepared) {
        var report = prepared.report();
        return store.first(
            """
            insert into report (id, correlation_id, part_number, serial_number, result, size, sha256, enqueued_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            returning seq""", row -> row.getLong(1), report.id().toString(), correlationId,
            report.partNumber(), report.serialNumber(), report.result(), report.json().length, prepared.sha256(), now);
    }

    private Known known(PreparedReport prepared) {
        return store.first("""
                           select r.seq, r.sha256, r.outcome, j.state from report r left join job j on j.seq = r.seq
                           where r.id = ?""",
            row -> new Known(row.getLong(1), row.getBytes(2), row.getString(3), row.getString(4)),
            prepared.report().id().toString()).orElseThrow();
    }

    /** A leased report stays leased: its upload ends first, and finds by the revision that a newer body is to follow. */
    private void replace(long seq, PreparedReport prepared) {
        var report = prepared.report();
        store.update(
            """
            update report set correlation_id = ?, part_number = ?, serial_number = ?, result = ?, size = ?, sha256 = ?,
                enqueued_at = ?, revision = revision + 1, outcome = null, settled_at = null, took_ms = null,
                last_status = null, last_reason = null
            where seq = ?""", correlationId, report.partNumber(), report.serialNumber(), report.result(),
            report.json().length, prepared.sha256(), now, seq);
        store.update("""
                     insert into job (seq, state, place, lease, revision, size, enqueued_at)
                     select seq, 'ready', ?, %s revision, revision, size, enqueued_at from report where seq = ?
                     on conflict (seq) do update set
                         state = case when job.state in ('leased', 'paused') then job.state else 'ready' end,
                         place = excluded.place, revision = excluded.revision, attempts = 0, size = excluded.size,
                         enqueued_at = excluded.enqueued_at, last_status = null, last_reason = null"""
            .formatted(FIRST_LEASE), place, seq);
        store.update("""
                     insert into payload (seq, compressed, body) values (?, ?, ?)
                     on conflict (seq) do update set compressed = excluded.compressed, body = excluded.body""", seq,
            prepared.packed().compressed() ? 1 : 0, prepared.packed().bytes());
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    private record Known(long seq, byte[] sha256, @Nullable String outcome, @Nullable String state) {

        /** Whether the server has this very body, or is to get it. */
        boolean covers(PreparedReport prepared) {
            return !"dead".equals(state) && !"cancelled".equals(outcome) && Arrays.equals(sha256, prepared.sha256());
        }
    }
}
