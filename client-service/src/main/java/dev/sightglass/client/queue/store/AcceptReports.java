package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.report.CompletedReport;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Enters one source and its reports, unless the same content was taken before. */
final class AcceptReports implements GroupCommit.Change<Receipt> {

    private final Origin origin;
    private final List<CompletedReport> reports;
    private final int priority;
    private final long now;
    private final Duration ageing;

    AcceptReports(Origin origin, List<CompletedReport> reports, int priority, long now, Duration ageing) {
        this.origin = origin;
        this.reports = reports;
        this.priority = priority;
        this.now = now;
        this.ageing = ageing;
    }

    @Override
    public Receipt apply(Statements store) {
        var first = firstCopy(store);
        if (first.isPresent()) {
            Ledger.enter(store, origin, "duplicate", "same content as " + first.get(), now);
            return new Receipt.Duplicate(first.get());
        }
        Ledger.enter(store, origin, "accepted", null, now);
        for (int ordinal = 0; ordinal < reports.size(); ordinal++) {
            long seq = put(store, reports.get(ordinal));
            store.update("insert into source_report (correlation_id, seq, ordinal) values (?, ?, ?)",
                origin.correlationId(), seq,
                ordinal);
        }
        return new Receipt.Stored(reports.size());
    }

    /** Content whose report the server has refused is no duplicate: dropping the file again is how people ask for another try. */
    private Optional<String> firstCopy(Statements store) {
        return store.first("""
                           select correlation_id from source s
                           where sha256 = ? and converter = ? and fate = 'accepted'
                             and not exists (select 1 from source_report sr join report r using (seq)
                                             where sr.correlation_id = s.correlation_id and r.state = 'dead')
                           limit 1""", row -> row.getString(1), origin.sha256(), origin.converter());
    }

    private long put(Statements store, CompletedReport report) {
        byte[] sha256 = sha256(report.json());
        var known = store.first("select seq, state, sha256 from report where id = ?",
            row -> new Known(row.getLong(1), row.getString(2), row.getBytes(3)), report.id().toString());
        if (known.isEmpty()) {
            return insert(store, report, sha256);
        }
        if (!known.get().alreadyCovers(sha256)) {
            replace(store, known.get(), report, sha256);
        }
        return known.get().seq;
    }

    private long insert(Statements store, CompletedReport report, byte[] sha256) {
        long seq = store
            .first(
                """
                insert into report (id, state, due_at, correlation_id, part_number, serial_number, result, priority, place, enqueued_at,
                    size, sha256)
                values (?, 'ready', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning seq""",
                row -> row.getLong(1), report.id().toString(), origin.correlationId(), report.partNumber(),
                report.serialNumber(), report.result(), priority, place(), now, report.json().length, sha256)
            .orElseThrow();
        store.update("insert into payload (seq, body) values (?, ?)", seq, report.json());
        return seq;
    }

    /** A leased report stays leased: its upload ends first, and finds by the revision that a newer body is to follow. */
    private void replace(Statements store, Known known, CompletedReport report, byte[] sha256) {
        store.update(
            """
            update report set correlation_id = ?, part_number = ?, serial_number = ?, result = ?, priority = ?, place = ?,
                enqueued_at = ?, size = ?, sha256 = ?, state = iif(state = 'leased', 'leased', 'ready'),
                revision = revision + 1, attempts = 0, last_status = null, last_reason = null, settled_at = null
            where seq = ?""",
            origin.correlationId(), report.partNumber(), report.serialNumber(), report.result(), priority, place(),
            now, report.json().length, sha256, known.seq);
        store.update("insert or replace into payload (seq, body) values (?, ?)", known.seq, report.json());
    }

    private long place() {
        return now + priority * ageing.toMillis();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    private record Known(long seq, String state, byte[] sha256) {

        boolean alreadyCovers(byte[] body) {
            return !state.equals("dead") && Arrays.equals(sha256, body);
        }
    }
}
