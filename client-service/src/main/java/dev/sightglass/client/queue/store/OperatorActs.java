package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.OperatorAct;
import dev.sightglass.client.journey.OperatorAct.Kind;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.queue.ActResult;
import dev.sightglass.client.queue.DestinationPause;
import dev.sightglass.client.queue.QueueOperations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators do, each act with a row in the journal. */
final class OperatorActs implements QueueOperations {

    private static final Logger logger = LoggerFactory.getLogger(OperatorActs.class);
    private static final String DESTINATION = "destination";
    /** There is one server. */
    private static final String WATS = "wats";

    private final Transactions transactions;
    private final Jdbi reader;

    /**
     * The acts on a store.
     *
     * @param transactions makes changes
     * @param reader its connections
     */
    OperatorActs(Transactions transactions, Jdbi reader) {
        this.transactions = transactions;
        this.reader = reader;
    }

    @Override
    public CompletableFuture<ActResult> retry(ReportFilter which, OptionalInt perSecond, String who, String reason) {
        if (perSecond.isPresent() && perSecond.getAsInt() < 1) {
            throw new IllegalArgumentException("perSecond must be positive. Found: " + perSecond.getAsInt());
        }
        return act(Kind.RETRY, which, who, reason, (store, seq, now, place) -> ReportAct.retry(store, seq, now,
            perSecond.isEmpty() ? 0 : TimeUnit.SECONDS.toMillis(place) / perSecond.getAsInt()));
    }

    @Override
    public CompletableFuture<ActResult> discard(ReportFilter which, String who, String reason) {
        requireReason(reason);
        return act(Kind.DISCARD, which, who, reason,
            (store, seq, now, _) -> ReportAct.discard(store, seq, now, "discarded by " + who + ": " + reason));
    }

    @Override
    public CompletableFuture<ActResult> hold(ReportFilter which, String who, String reason) {
        return act(Kind.HOLD, which, who, reason, (store, seq, _, _) -> ReportAct.hold(store, seq));
    }

    @Override
    public CompletableFuture<ActResult> release(ReportFilter which, String who, String reason) {
        return act(Kind.RELEASE, which, who, reason, (store, seq, _, _) -> ReportAct.release(store, seq));
    }

    private CompletableFuture<ActResult> act(Kind kind, ReportFilter which, String who, String reason,
        ActPortions.OnReport change) {
        var selection = Selection.words(which);
        return transactions.submit((store, now) -> Journal.enter(store, now, who, kind, reason, selection))
            .thenCompose(act -> new ActPortions(transactions, act, change).over(seqs(which)))
            .whenComplete((result, _) -> {
                if (result != null) {
                    logger.info("Act {} by {}: {} of {} changed {} reports and left {}. Reason: {}", result.act(), who,
                        kind.word(), selection, result.changed(), result.left(), given(reason));
                }
            });
    }

    private List<Long> seqs(ReportFilter which) {
        var selection = Selection.of(which);
        return reader.withHandle(handle -> {
            var query =
                handle.createQuery("select r.seq " + Selection.FROM + selection.where() + "order by r.seq");
            for (int place = 0; place < selection.values().size(); place++) {
                query.bind(place, selection.values().get(place));
            }
            return query.mapTo(Long.class).list();
        });
    }

    @Override
    public CompletableFuture<ActResult> pause(String who, String reason) {
        requireReason(reason);
        return transactions.submit((store, now) -> {
            store.update("""
                         insert into destination_pause (destination, since, who, reason) values (?, ?, ?, ?)
                         on conflict (destination) do update set who = excluded.who, reason = excluded.reason""", WATS,
                now, who, reason);
            return new ActResult(Journal.enter(store, now, who, Kind.PAUSE, reason, DESTINATION), 0, 0);
        }).whenComplete((done, _) -> {
            if (done != null) {
                logger.info("Uploads are stopped by {}. Reason: {}", who, given(reason));
            }
        });
    }

    @Override
    public CompletableFuture<ActResult> resume(String who, String reason) {
        return transactions.submitAndWake((store, now) -> {
            store.update("delete from destination_pause where destination = ?", WATS);
            return new ActResult(Journal.enter(store, now, who, Kind.RESUME, reason, DESTINATION), 0, 0);
        }).whenComplete((done, _) -> {
            if (done != null) {
                logger.info("Uploads go on, says {}. Reason: {}", who, given(reason));
            }
        });
    }

    private static String given(String reason) {
        return reason.isBlank() ? "none given" : reason;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason must not be blank: the journal is for those who come later");
        }
    }

    @Override
    public Optional<DestinationPause> paused() {
        return reader.withHandle(handle -> handle
            .createQuery("select since, who, reason from destination_pause where destination = ?").bind(0, WATS)
            .map((row, _) -> new DestinationPause(Instant.ofEpochMilli(row.getLong(1)), row.getString(2),
                row.getString(3)))
            .findOne());
    }

    @Override
    public List<OperatorAct> acts(int limit) {
        return reader.withHandle(handle -> handle.createQuery("select * from act order by number desc limit ?")
            .bind(0, limit).map((row, _) -> Journal.read(row)).list());
    }
}
