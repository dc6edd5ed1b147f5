package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.OperatorAct;
import dev.sightglass.client.journey.ReportJourney;
import dev.sightglass.client.journey.ReportJourney.Attempt;
import dev.sightglass.client.journey.ReportState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Turns rows into what happened to a report. */
final class ReportReader {

    static final String SELECT =
        """
        select r.seq, r.id, r.correlation_id, s.converter, s.channel, s.name, r.part_number, r.serial_number, r.result,
            coalesce(j.state, r.outcome) as state, r.size, r.enqueued_at,
            case when j.state in ('leased', 'waiting') then j.due_at end as due_at, r.settled_at, r.took_ms,
            coalesce(j.last_status, r.last_status) as last_status, coalesce(j.last_reason, r.last_reason) as last_reason
        """ + Selection.FROM;

    private ReportReader() {}

    static List<ReportJourney> read(Handle handle, Query query) {
        var journeys = new ArrayList<ReportJourney>();
        query.map((row, _) -> journeys.add(journey(handle, row))).list();
        return journeys;
    }

    private static ReportJourney journey(Handle handle, ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        var took = longOrNull(row, "took_ms");
        return new ReportJourney(UUID.fromString(row.getString("id")), row.getString("correlation_id"),
            row.getString("converter"), row.getString("channel"), row.getString("name"), row.getString("part_number"),
            row.getString("serial_number"), row.getString("result"), ReportState.of(row.getString("state")),
            row.getLong("size"), Instant.ofEpochMilli(row.getLong("enqueued_at")), instantOrNull(row, "due_at"),
            instantOrNull(row, "settled_at"), took == null ? null : Duration.ofMillis(took),
            intOrNull(row, "last_status"), row.getString("last_reason"), attempts(handle, seq), acts(handle, seq));
    }

    private static List<Attempt> attempts(Handle handle, long seq) {
        return handle.createQuery("select at, took_ms, status, reason from attempt where seq = ? order by at")
            .bind(0, seq)
            .map((row, _) -> new Attempt(Instant.ofEpochMilli(row.getLong(1)), Duration.ofMillis(row.getLong(2)),
                intOrNull(row, "status"), row.getString(4)))
            .list();
    }

    private static List<OperatorAct> acts(Handle handle, long seq) {
        return handle.createQuery("select a.* from act a join act_report ar on ar.act = a.number where ar.seq = ? "
            + "order by a.number").bind(0, seq).map((row, _) -> Journal.read(row)).list();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var millis = longOrNull(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
