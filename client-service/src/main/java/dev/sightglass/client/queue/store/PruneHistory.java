package dev.sightglass.client.queue.store;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Forgets sources of which nothing is in the queue any more, and leaves their numbers to the audit.
 *
 * @param correlationIds a portion of sources; those of which something is in the queue are left alone
 * @param dialect of the database
 */
record PruneHistory(List<String> correlationIds, Dialect dialect) implements Change<Integer> {

    static long day(long millis) {
        return Math.floorDiv(millis, TimeUnit.DAYS.toMillis(1));
    }

    private record Source(String fate, long reports, long settledAt, String sha256, String converter) {}

    @Override
    public Integer apply(Statements store, long now) {
        return correlationIds.stream().mapToInt(id -> prune(store, id)).sum();
    }

    private int prune(Statements store, String id) {
        var source = store.first("""
                                 select fate, reports, settled_at, sha256, converter from source s
                                 where correlation_id = ? and not exists (
                                     select 1 from source_report sr join job j on j.seq = sr.seq
                                     where sr.correlation_id = s.correlation_id)
                                 """ + dialect.lockOrSkip(),
            row -> new Source(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5)),
            id);
        if (source.isEmpty()) {
            return 0;
        }
        leaveNumbers(store, id, source.get());
        var seqs = store.list("select seq from source_report where correlation_id = ?", row -> row.getLong(1), id);
        store.update("delete from source_report where correlation_id = ?", id);
        seqs.stream().distinct().forEach(seq -> forget(store, id, seq));
        store.update("delete from content where sha256 = ? and converter = ? and correlation_id = ?",
            source.get().sha256, source.get().converter, id);
        return store.update("delete from source where correlation_id = ?", id);
    }

    private static void leaveNumbers(Statements store, String id, Source source) {
        boolean accepted = source.fate.equals("accepted");
        store.update(
            """
            insert into pruned (day, seen, delivered, duplicate, rejected, cancelled)
            select ?, ?, count(case when r.outcome = 'delivered' then 1 end), ?, ?,
                count(case when r.outcome = 'cancelled' then 1 end)
            from source_report sr join report r on r.seq = sr.seq where sr.correlation_id = ?
            on conflict (day) do update set seen = pruned.seen + excluded.seen,
                delivered = pruned.delivered + excluded.delivered, duplicate = pruned.duplicate + excluded.duplicate,
                rejected = pruned.rejected + excluded.rejected, cancelled = pruned.cancelled + excluded.cancelled""",
            day(source.settledAt), accepted ? source.reports : 1, source.fate.equals("duplicate") ? 1 : 0,
            source.fate.equals("rejected") ? 1 : 0, id);
    }

    /** A report that another source brought too stays with that one. */
    private static void forget(Statements store, String id, long seq) {
        var other = store.first("select min(correlation_id) from source_report where seq = ?", row -> row.getString(1),
            seq);
        if (other.isPresent()) {
            store.update("update report set correlation_id = ? where seq = ? and correlation_id = ?", other.get(), seq,
                id);
            return;
        }
        for (var table : List.of("attempt", "act_report", "payload", "report")) {
            store.update("delete from " + table + " where seq = ?", seq);
        }
    }
}
