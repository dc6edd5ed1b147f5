package dev.sightglass.client.queue;

import dev.sightglass.client.report.CompletedReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The durable queue between conversion and upload. Thread-safe.
 *
 * <p>
 * A future of this interface completes after the store has committed and synced, and completes exceptionally with a
 * {@link QueueException} when the store could not: then nothing of the call has happened.
 */
public interface ReportQueue {

    /**
     * Takes the reports of one source, all or none. Handed in again with the same correlation id, it is answered the same and nothing
     * doubles: a caller that never got its answer asks again.
     *
     * @param origin where they came from
     * @param reports the reports in the order of the source; at least one
     * @param priority 1 (first) to 10
     * @return the receipt, once it is durable
     */
    CompletableFuture<Receipt> accept(Origin origin, List<CompletedReport> reports, int priority);

    /**
     * Enters a source into the ledger that brought no report.
     *
     * @param origin where it came from
     * @param reason why, in words
     * @return completes once it is durable
     */
    CompletableFuture<Void> refuse(Origin origin, String reason);

    /**
     * Leases the reports whose turn it is. A body that does not match its checksum is not leased: its report is dead, with that reason.
     *
     * @param max how many at most
     * @param lease how long they are this caller's alone; a lease that ends unsettled puts its report back in the line
     * @return the leased reports, first in line first; empty when none is due
     */
    CompletableFuture<List<LeasedReport>> claim(int max, Duration lease);

    /**
     * Prolongs leases that are still held.
     *
     * @param reports leased reports; those whose lease has passed to somebody else are left alone
     * @param lease how long from now
     * @return completes once it is durable
     */
    CompletableFuture<Void> renew(Collection<LeasedReport> reports, Duration lease);

    /**
     * Ends a lease with what came of it.
     *
     * @param report the leased report
     * @param settlement what came of it
     * @return false when the lease had passed to somebody else, and nothing was changed
     */
    CompletableFuture<Boolean> settle(LeasedReport report, Settlement settlement);

    /**
     * Counts what the store holds, now.
     *
     * @return the counts
     */
    QueueCounts counts();

    /**
     * Asks to be told when a report may have become ready.
     *
     * @param signal called on the store's own thread; must not block
     */
    void onReady(Runnable signal);
}
