package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.QueueException;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.metrics.group.QueueMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue in a database. */
final class StoredReportQueue implements ReportQueue {

    /** Why the queue takes no report, as its metric says it. */
    static final String FULL = "full";

    private static final Logger logger = LoggerFactory.getLogger(StoredReportQueue.class);

    private final Transactions transactions;
    private final Counts counts;
    private final Room room;
    private final ReadySignal ready;
    private final Dialect dialect;
    private final QueueConfig config;
    private final QueueMetrics metrics;

    /**
     * A queue.
     *
     * @param transactions makes its changes
     * @param counts reads what it holds
     * @param room whether it may take more
     * @param ready told when a report may have become ready
     * @param dialect of the database
     * @param config its limits
     * @param metrics told of what it takes
     */
    StoredReportQueue(Transactions transactions, Counts counts, Room room, ReadySignal ready, Dialect dialect,
        QueueConfig config, QueueMetrics metrics) {
        this.transactions = transactions;
        this.counts = counts;
        this.room = room;
        this.ready = ready;
        this.dialect = dialect;
        this.config = config;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Receipt> accept(Origin origin, List<CompletedReport> reports, int priority) {
        try {
            var full = room.refusal();
            if (full.isPresent()) {
                metrics.rejected(FULL);
                return CompletableFuture.completedFuture(full.get());
            }
        } catch (RuntimeException failed) {
            return CompletableFuture
                .failedFuture(new QueueException("the store cannot be read: " + failed.getMessage(), failed));
        }
        var prepared = reports.stream().map(PreparedReport::of).toList();
        return transactions.submitAndWake(new AcceptReports(origin, prepared, priority, config.ageing()))
            .whenComplete((receipt, _) -> {
                if (receipt instanceof Receipt.Stored(int stored)) {
                    room.took(reports);
                    for (int report = 0; report < stored; report++) {
                        metrics.enqueued(origin.converter());
                    }
                }
            });
    }

    @Override
    public CompletableFuture<Void> refuse(Origin origin, String reason) {
        return transactions.submit(new RefuseSource(origin, reason)).thenApply(_ -> null);
    }

    @Override
    public CompletableFuture<List<LeasedReport>> claim(int max, Duration lease) {
        return transactions.submit(new ClaimReports(max, lease, dialect))
            .thenApply(claimed -> claimed.stream().flatMap(this::fit).toList());
    }

    private Stream<LeasedReport> fit(ClaimedReport claimed) {
        var report = claimed.verified();
        if (report.isEmpty()) {
            logger.error(
                "Report {} of source {} is damaged in the store. It is kept as a dead letter and the rest goes on; "
                    + "check the disk, and drop its source again",
                claimed.stored().id(), claimed.stored().correlationId());
            metrics.failed("damaged");
            var _ = transactions.submit(new QuarantineReport(claimed.turn()));
        }
        return report.stream();
    }

    @Override
    public CompletableFuture<Void> renew(Collection<LeasedReport> reports, Duration lease) {
        return transactions.submit(new RenewLeases(reports, lease)).thenApply(_ -> null);
    }

    @Override
    public CompletableFuture<Boolean> settle(LeasedReport report, Settlement settlement) {
        return transactions.submit(new SettleReport(report, settlement));
    }

    @Override
    public QueueCounts counts() {
        return counts.read();
    }

    @Override
    public void onReady(Runnable signal) {
        ready.tell(signal);
    }
}
