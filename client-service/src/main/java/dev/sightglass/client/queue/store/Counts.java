package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.QueueCounts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads what the queue holds: costs as much as the backlog is long, whatever the history. */
final class Counts {

    private final Jdbi reader;

    /**
     * The counts of a store.
     *
     * @param reader its connections
     */
    Counts(Jdbi reader) {
        this.reader = reader;
    }

    private record Row(ReportState state, long count, long bytes, long oldest) {}

    QueueCounts read() {
        var rows = new EnumMap<ReportState, Row>(ReportState.class);
        reader.useHandle(handle -> handle
            .createQuery("select state, count(*), sum(size), min(enqueued_at) from job group by state")
            .map((row, _) -> new Row(ReportState.of(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4)))
            .forEach(row -> rows.put(row.state, row)));
        long dead = count(rows, ReportState.DEAD);
        rows.remove(ReportState.DEAD);
        return new QueueCounts(count(rows, ReportState.READY), count(rows, ReportState.LEASED),
            count(rows, ReportState.WAITING), count(rows, ReportState.PAUSED), dead,
            rows.values().stream().mapToLong(Row::bytes).sum(), oldest(rows));
    }

    private static long count(Map<ReportState, Row> rows, ReportState state) {
        var row = rows.get(state);
        return row == null ? 0 : row.count;
    }

    private static Optional<Instant> oldest(Map<ReportState, Row> rows) {
        return rows.values().stream().map(row -> Instant.ofEpochMilli(row.oldest)).min(Instant::compareTo);
    }
}
