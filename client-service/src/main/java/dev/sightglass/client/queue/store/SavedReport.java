package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.report.CompletedReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A report as it was once taken, read from a store that is damaged.
 *
 * @param origin where it came from
 * @param report the report, whole
 */
public record SavedReport(Origin origin, CompletedReport report) {

    private static final String SELECT =
        """
        select s.correlation_id, s.channel, s.name, s.size, s.sha256, s.converter, s.converter_version, s.detected_at, s.conversion_ms,
            r.id, r.part_number, r.serial_number, r.result, r.size, r.sha256, p.compressed, p.body
        from report r
        join source s on s.correlation_id = r.correlation_id
        join payload p on p.seq = r.seq
        where r.seq = ?""";

    /**
     * Reads one.
     *
     * @param connection to the damaged store
     * @param number of the report
     * @return the report; empty when it is not there or not what it was
     * @throws SQLException when the damage is in the way
     */
    public static Optional<SavedReport> read(Connection connection, long number) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, number);
            try (var row = statement.executeQuery()) {
                return row.next() ? read(row) : Optional.empty();
            }
        }
    }

    private static Optional<SavedReport> read(ResultSet row) throws SQLException {
        var origin = new Origin(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
            row.getString(6), row.getString(7), Instant.ofEpochMilli(row.getLong(8)),
            Duration.ofMillis(row.getLong(9)));
        var id = UUID.fromString(row.getString(10));
        var partNumber = row.getString(11);
        var serialNumber = row.getString(12);
        var result = row.getString(13);
        var stored = new StoredBody(0, null, null, null, 0, row.getInt(14), row.getBytes(15), row.getInt(16) != 0,
            row.getBytes(17));
        return stored.body()
            .map(body -> new SavedReport(origin, new CompletedReport(id, partNumber, serialNumber, result, body)));
    }
}
