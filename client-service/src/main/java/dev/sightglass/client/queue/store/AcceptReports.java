package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.queue.Receipt;
import java.time.Duration;
import java.util.List;

/** Enters one source and its reports, unless the same content was taken before. */
final class AcceptReports implements Change<Receipt> {

    private final Origin origin;
    private final List<PreparedReport> reports;
    private final int priority;
    private final Duration ageing;

    /**
     * The change for one source.
     *
     * @param origin where the reports came from
     * @param reports in the order of the source
     * @param priority 1 (first) to 10
     * @param ageing how long a report of the next priority waits to be equal
     */
    AcceptReports(Origin origin, List<PreparedReport> reports, int priority, Duration ageing) {
        this.origin = origin;
        this.reports = reports;
        this.priority = priority;
        this.ageing = ageing;
    }

    @Override
    public Receipt apply(Statements store, long now) {
        if (!isNewContent(store)) {
            return known(store, now);
        }
        if (!SourceRows.enter(store, origin, "accepted", null, reports.size(), now)) {
            Contents.forget(store, origin.sha256(), origin.converter());
            return stored(store);
        }
        var line = new ReportRows(store, origin.correlationId(), now, now + priority * ageing.toMillis());
        for (int ordinal = 0; ordinal < reports.size(); ordinal++) {
            store.update("insert into source_report (correlation_id, seq, ordinal) values (?, ?, ?)",
                origin.correlationId(), line.put(reports.get(ordinal)), ordinal);
        }
        return new Receipt.Stored(reports.size());
    }

    private boolean isNewContent(Statements store) {
        return store.update(
            "insert into content (sha256, converter, correlation_id) values (?, ?, ?) on conflict do nothing",
            origin.sha256(), origin.converter(), origin.correlationId()) == 1;
    }

    /** Known content is a duplicate, unless it is known from this very source: then the caller never got its answer. */
    private Receipt known(Statements store, long now) {
        var first = store.first("select correlation_id from content where sha256 = ? and converter = ?",
            row -> row.getString(1), origin.sha256(), origin.converter()).orElseThrow();
        if (first.equals(origin.correlationId())) {
            return stored(store);
        }
        SourceRows.enter(store, origin, "duplicate", "same content as " + first, 0, now);
        return new Receipt.Duplicate(first);
    }

    private Receipt stored(Statements store) {
        return new Receipt.Stored(store.first("select reports from source where correlation_id = ?",
            row -> row.getInt(1), origin.correlationId()).orElseThrow());
    }
}
