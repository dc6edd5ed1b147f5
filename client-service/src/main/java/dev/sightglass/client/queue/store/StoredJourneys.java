package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journey;
import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportJourney;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads journeys from the ledger. */
final class StoredJourneys implements Journeys {

    private final Jdbi reader;

    /**
     * The journeys of a store.
     *
     * @param reader its connections
     */
    StoredJourneys(Jdbi reader) {
        this.reader = reader;
    }

    @Override
    public List<Journey> find(String id) {
        return reader.withHandle(handle -> handle
            .createQuery(
                """
                select * from source
                where correlation_id = :id
                   or correlation_id in (select sr.correlation_id from source_report sr join report r on r.seq = sr.seq where r.id = :id)
                order by detected_at, settled_at""")
            .bind("id", id).map((row, _) -> journey(handle, row)).list());
    }

    @Override
    public List<Journey> ofFile(String name, int limit) {
        return reader.withHandle(handle -> handle
            .createQuery("select * from source where name = :name order by detected_at desc limit :limit")
            .bind("name", name).bind("limit", limit).map((row, _) -> journey(handle, row)).list());
    }

    @Override
    public List<ReportJourney> list(ReportFilter filter, int limit) {
        var selection = Selection.of(filter);
        return reader.withHandle(handle -> {
            var query = handle
                .createQuery(ReportReader.SELECT + selection.where() + "order by r.seq desc limit " + limit);
            for (int place = 0; place < selection.values().size(); place++) {
                query.bind(place, selection.values().get(place));
            }
            return ReportReader.read(handle, query);
        });
    }

    @Override
    public Optional<byte[]> body(UUID id) {
        return reader.withHandle(handle -> handle
            .createQuery(StoredBody.SELECT + "where r.id = ?").bind(0, id.toString())
            .map((row, _) -> StoredBody.read(row)).findOne()).flatMap(StoredBody::body);
    }

    private static Journey journey(Handle handle, ResultSet row) throws SQLException {
        var correlationId = row.getString("correlation_id");
        var reports =
            ReportReader.read(handle, handle.createQuery(ReportReader.SELECT + """
                                                                               join source_report sr on sr.seq = r.seq
                                                                               where sr.correlation_id = ?
                                                                               order by sr.ordinal""")
                .bind(0, correlationId));
        return new Journey(correlationId, row.getString("channel"), row.getString("name"), row.getLong("size"),
            row.getString("sha256"), row.getString("converter"), row.getString("converter_version"),
            Instant.ofEpochMilli(row.getLong("detected_at")), Duration.ofMillis(row.getLong("conversion_ms")),
            Instant.ofEpochMilli(row.getLong("settled_at")), row.getString("fate"), row.getString("reason"), reports);
    }
}
