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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

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
    public Receipt apply(Handle handle) {
        var first = firstCopy(handle);
        if (first.isPresent()) {
            Ledger.enter(handle, origin, "duplicate", "same content as " + first.get(), now);
            return new Receipt.Duplicate(first.get());
        }
        Ledger.enter(handle, origin, "accepted", null, now);
        for (int ordinal = 0; ordinal < reports.size(); ordinal++) {
            long seq = put(handle, reports.get(ordinal));
            handle.execute("insert into source_report (correlation_id, seq, ordinal) values (?, ?, ?)",
                origin.correlationId(), seq, ordinal);
        }
        return new Receipt.Stored(reports.size());
    }

    /** Content whose report the server has refused is no duplicate: dropping the file again is how people ask for another try. */
    private Optional<String> firstCopy(Handle handle) {
        return handle.createQuery("""
                                  select correlation_id from source s
                                  where sha256 = :sha256 and converter = :converter and fate = 'accepted'
                                    and not exists (select 1 from source_report sr join report r using (seq)
                                                    where sr.correlation_id = s.correlation_id and r.state = 'dead')
                                  limit 1""").bind("sha256", origin.sha256()).bind("converter", origin.converter())
            .mapTo(String.class).findFirst();
    }

    private long put(Handle handle, CompletedReport report) {
        byte[] sha256 = sha256(report.json());
        var known =
            handle.createQuery("select seq, state, sha256 from report where id = ?").bind(0, report.id().toString())
                .map((row, _) -> new Known(row.getLong(1), row.getString(2), row.getBytes(3))).findFirst();
        if (known.isEmpty()) {
            return insert(handle, report, sha256);
        }
        if (!known.get().alreadyCovers(sha256)) {
            replace(handle, known.get(), report, sha256);
        }
        return known.get().seq;
    }

    private long insert(Handle handle, CompletedReport report, byte[] sha256) {
        var statement = handle
            .createQuery(
                """
                insert into report (id, state, due_at, correlation_id, part_number, serial_number, result, priority, place, enqueued_at,
                    size, sha256)
                values (:id, 'ready', 0, :correlation, :part, :serial, :result, :priority, :place, :now, :size, :sha256)
                returning seq""")
            .bind("id", report.id().toString());
        long seq = bind(statement, report, sha256).mapTo(Long.class).one();
        handle.execute("insert into payload (seq, body) values (?, ?)", seq, report.json());
        return seq;
    }

    /** A leased report stays leased: its upload ends first, and finds by the revision that a newer body is to follow. */
    private void replace(Handle handle, Known known, CompletedReport report, byte[] sha256) {
        var statement = handle
            .createUpdate(
                """
                update report set correlation_id = :correlation, part_number = :part, serial_number = :serial, result = :result,
                    priority = :priority, place = :place, enqueued_at = :now, size = :size, sha256 = :sha256,
                    state = iif(state = 'leased', 'leased', 'ready'), revision = revision + 1, attempts = 0,
                    last_status = null, last_reason = null, settled_at = null
                where seq = :seq""")
            .bind("seq", known.seq);
        bind(statement, report, sha256).execute();
        handle.execute("insert or replace into payload (seq, body) values (?, ?)", known.seq, report.json());
    }

    private <S extends SqlStatement<S>> S bind(S statement, CompletedReport report, byte[] sha256) {
        return statement.bind("correlation", origin.correlationId()).bind("part", report.partNumber())
            .bind("serial", report.serialNumber()).bind("result", report.result()).bind("priority", priority)
            .bind("place", now + priority * ageing.toMillis()).bind("now", now).bind("size", report.json().length)
            .bind("sha256", sha256);
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
