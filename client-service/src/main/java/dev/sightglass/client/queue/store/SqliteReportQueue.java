package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.metrics.group.QueueMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/** The queue in one SQLite file beside the service. */
final class SqliteReportQueue implements ReportQueue {

    private final GroupCommit writer;
    private final Jdbi reader;
    private final QueueConfig config;
    private final Room room;
    private final QueueMetrics metrics;
    private final InstantSource clock;
    private volatile Runnable readySignal = () -> {};

    SqliteReportQueue(GroupCommit writer, Jdbi reader, DataDirectory directory, QueueConfig config,
        QueueMetrics metrics,
        InstantSource clock) {
        this.metrics = metrics;
        this.writer = writer;
        this.reader = reader;
        this.config = config;
        this.clock = clock;
        this.room = new Room(this, directory, config, clock);
    }

    @Override
    public CompletableFuture<Receipt> accept(Origin origin, List<CompletedReport> reports, int priority) {
        var full = room.refusal();
        if (full.isPresent()) {
            metrics.rejected("full");
            return CompletableFuture.completedFuture(full.get());
        }
        var change = new AcceptReports(origin, reports, priority, clock.millis(), config.ageing());
        return writer.submit(change).whenComplete((receipt, _) -> {
            if (receipt instanceof Receipt.Stored(int stored)) {
                for (int report = 0; report < stored; report++) {
                    metrics.enqueued(origin.converter());
                }
                readySignal.run();
            }
        });
    }

    @Override
    public CompletableFuture<Void> refuse(Origin origin, String reason) {
        return writer.submit(store -> {
            Ledger.enter(store, origin, "rejected", reason, clock.millis());
            return true;
        }).thenApply(_ -> null);
    }

    @Override
    public CompletableFuture<List<LeasedReport>> claim(int max, Duration lease) {
        return writer.submit(new ClaimReports(max, lease, clock.millis()));
    }

    @Override
    public CompletableFuture<Void> renew(Collection<LeasedReport> reports, Duration lease) {
        return writer.submit(store -> {
            long end = clock.millis() + lease.toMillis();
            return reports.stream().mapToInt(report -> store.update(
                "update report set due_at = ? where seq = ? and lease = ? and state = 'leased'", end, report.seq(),
                report.lease())).sum();
        }).thenApply(_ -> null);
    }

    @Override
    public CompletableFuture<Boolean> settle(LeasedReport report, Settlement settlement) {
        return writer.submit(new SettleReport(report, settlement, clock.millis()));
    }

    @Override
    public QueueCounts counts() {
        return reader.withHandle(handle -> handle
            .createQuery("""
                         select
                           (select count(*) from report where state = 'ready'),
                           (select count(*) from report where state = 'leased'),
                           (select count(*) from report where state = 'waiting'),
                           (select count(*) from report),
                           (select count(*) from report where state = 'dead'),
                           (select coalesce(sum(size), 0) from report where state in ('ready', 'leased', 'waiting')),
                           (select min(enqueued_at) from report where state in ('ready', 'leased', 'waiting')),
                           (select count(*) from source),
                           (select count(*) from source where fate = 'duplicate'),
                           (select count(*) from source where fate = 'rejected')""").map((row, _) -> {
                long ready = row.getLong(1);
                long leased = row.getLong(2);
                long waiting = row.getLong(3);
                long dead = row.getLong(5);
                long duplicate = row.getLong(9);
                long rejected = row.getLong(10);
                long oldest = row.getLong(7);
                return new QueueCounts(ready, leased, waiting, row.getLong(4) - ready - leased - waiting - dead, dead,
                    row.getLong(6),
                    oldest == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)),
                    row.getLong(8) - duplicate - rejected, duplicate, rejected);
            }).one());
    }

    @Override
    public void onReady(Runnable signal) {
        readySignal = signal;
    }
}
