package dev.sightglass.client.queue;

import dev.sightglass.client.report.CompletedReport;
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
     * Takes the reports of one source, all or none.
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
}
