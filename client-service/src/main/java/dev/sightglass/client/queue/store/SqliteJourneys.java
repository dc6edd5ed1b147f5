package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journey;
import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.ReportJourney;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads journeys from the ledger. */
final class SqliteJourneys implements Journeys {

    private static final String REPORT =
        """
        select r.seq, r.id, r.part_number, r.serial_number, r.result, r.state, r.attempts, r.last_status, r.last_reason, r.enqueued_at,
               r.settled_at, r.size
        from report r
        """;

    private final Jdbi reader;

    SqliteJourneys(Jdbi reader) {
        this.reader = reader;
    }

    @Override
    public List<Journey> find(String id) {
        return reader.withHandle(handle -> handle
            .createQuery(
                """
                select s.* from source s
                where s.correlation_id = :id
                   or s.correlation_id in (select sr.correlation_id from source_report sr join report r using (seq) where r.id = :id)
                order by s.detected_at""")
            .bind("id", id).map((row, _) -> journey(handle, row)).list());
    }

    @Override
    public List<ReportJourney> newest(Optional<String> state, int limit) {
        return reader.withHandle(handle -> handle.createQuery(
            REPORT + " where :state is null or r.state = :state order by r.seq desc limit :limit")
            .bind("state", state.orElse(null))
            .bind("limit", limit).map((row, _) -> report(handle, row)).list());
    }

    private static Journey journey(Handle handle, ResultSet row) throws SQLException {
        var correlationId = row.getString("correlation_id");
        var reports = handle.createQuery(
            REPORT + " join source_report sr using (seq) where sr.correlation_id = ? order by sr.ordinal")
            .bind(0, correlationId)
            .map((reportRow, _) -> report(handle, reportRow)).list();
        return new Journey(correlationId, row.getString("channel"), row.getString("name"), row.getLong("size"),
            row.getString("sha256"),
            row.getString("converter"), row.getString("converter_version"),
            Instant.ofEpochMilli(row.getLong("detected_at")),
            Instant.ofEpochMilli(row.getLong("settled_at")), row.getString("fate"), row.getString("reason"), reports);
    }

    private static ReportJourney report(Handle handle, ResultSet row) throws SQLException {
        var attempts = handle.createQuery("select at, status, reason from attempt where seq = ? order by at")
            .bind(0, row.getLong("seq"))
            .map((attempt, _) -> new ReportJourney.Attempt(Instant.ofEpochMilli(attempt.getLong(1)), status(attempt, 2),
                attempt.getString(3)))
            .list();
        long settledAt = row.getLong("settled_at");
        return new ReportJourney(row.getString("id"), row.getString("part_number"), row.getString("serial_number"),
            row.getString("result"), row.getString("state"), row.getLong("size"),
            Instant.ofEpochMilli(row.getLong("enqueued_at")),
            settledAt == 0 ? null : Instant.ofEpochMilli(settledAt), status(row, row.findColumn("last_status")),
            row.getString("last_reason"),
            attempts);
    }

    private static @Nullable Integer status(ResultSet row, int column) throws SQLException {
        int status = row.getInt(column);
        return row.wasNull() ? null : status;
    }
}
