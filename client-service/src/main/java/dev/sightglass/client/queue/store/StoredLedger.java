package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Audit;
import dev.sightglass.client.journey.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Draws balances over the ledger. */
final class StoredLedger implements Ledger {

    private static final Duration FRESH = Duration.ofSeconds(15);
    /** Balances in the background take at most this part of one processor. */
    private static final int SHARE = 100;

    /** A report that is neither in the queue nor out of it, or both, is nowhere. */
    private static final String BALANCE =
        """
        select 'seen', sum(reports) from source where fate = 'accepted' %1$s
        union all select fate, count(*) from source where fate <> 'accepted' %1$s group by fate
        union all select state, count(*) from (
            select case when j.state is null then r.outcome when r.outcome is null then j.state end as state
            from source_report sr %2$s
            left join report r on r.seq = sr.seq
            left join job j on j.seq = sr.seq) items
        where state is not null group by state
        """;
    private static final String SINCE =
        "join source s on s.correlation_id = sr.correlation_id and s.settled_at >= :since";
    private static final String PRUNED =
        """
        select coalesce(sum(seen), 0), coalesce(sum(delivered), 0), coalesce(sum(duplicate), 0), coalesce(sum(rejected), 0),
            coalesce(sum(cancelled), 0)
        from pruned where day >= ?""";

    private final Jdbi reader;
    private final InstantSource clock;
    private CompletableFuture<Audit> latest;
    private Instant nextAt = Instant.MIN;

    /**
     * The ledger of a store.
     *
     * @param reader its connections
     * @param clock when balances are drawn
     */
    StoredLedger(Jdbi reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
        this.latest = CompletableFuture.failedFuture(new IllegalStateException("no balance was drawn yet"));
    }

    @Override
    public Audit audit(Optional<Instant> since) {
        var at = clock.instant();
        long start = System.nanoTime();
        return reader.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            var live = live(handle, since);
            var pruned = pruned(handle, since);
            long delivered = of(live, "delivered") + pruned.delivered;
            long cancelled = of(live, "cancelled") + pruned.cancelled;
            long queued = of(live, "ready") + of(live, "leased") + of(live, "waiting") + of(live, "paused");
            long duplicate = of(live, "duplicate") + pruned.duplicate;
            long rejected = of(live, "rejected") + pruned.rejected;
            long seen = of(live, "seen") + of(live, "duplicate") + of(live, "rejected") + pruned.seen;
            return new Audit(at, Duration.ofNanos(System.nanoTime() - start), since, seen, delivered, queued,
                of(live, "dead"), duplicate, rejected, cancelled);
        });
    }

    private static Map<String, Long> live(Handle handle, Optional<Instant> since) {
        var sql = since.isPresent() ? BALANCE.formatted("and settled_at >= :since", SINCE) : BALANCE.formatted("", "");
        var query = handle.createQuery(sql);
        since.ifPresent(time -> query.bind("since", time.toEpochMilli()));
        var counts = new HashMap<String, Long>();
        query.map((row, _) -> counts.put(row.getString(1), row.getLong(2))).list();
        return counts;
    }

    private static long of(Map<String, Long> counts, String word) {
        return counts.getOrDefault(word, 0L);
    }

    private record Pruned(long seen, long delivered, long duplicate, long rejected, long cancelled) {}

    private static Pruned pruned(Handle handle, Optional<Instant> since) {
        return handle.createQuery(PRUNED).bind(0, since.map(time -> PruneHistory.day(time.toEpochMilli())).orElse(0L))
            .map((row, _) -> new Pruned(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
            .one();
    }

    @Override
    public Audit latest() {
        return current().join();
    }

    /** The last balance while the next one is drawn; only the very first has to be waited for. */
    private synchronized CompletableFuture<Audit> current() {
        var now = clock.instant();
        if (now.isBefore(nextAt)) {
            return latest;
        }
        nextAt = Instant.MAX;
        var next = CompletableFuture.supplyAsync(() -> audit(Optional.empty()), Thread::startVirtualThread);
        var _ = next.whenComplete((audit, failed) -> drawn(next, failed == null ? audit.took() : Duration.ZERO));
        if (latest.isCompletedExceptionally()) {
            latest = next;
        }
        return latest;
    }

    private synchronized void drawn(CompletableFuture<Audit> audit, Duration took) {
        latest = audit;
        var pause = took.multipliedBy(SHARE);
        nextAt = clock.instant().plus(pause.compareTo(FRESH) > 0 ? pause : FRESH);
    }

    @Override
    public List<String> unaccounted(int limit) {
        return reader.withHandle(handle -> handle
            .createQuery("""
                         select s.correlation_id from source s where s.fate = 'accepted' and s.reports <> (
                             select count(*) from source_report sr
                             left join report r on r.seq = sr.seq
                             left join job j on j.seq = sr.seq
                             where sr.correlation_id = s.correlation_id
                               and (r.outcome is null) <> (j.state is null))
                         order by s.settled_at limit ?""").bind(0, limit)
            .mapTo(String.class).list());
    }
}
