package dev.sightglass.client.queue;

import dev.sightglass.client.journey.OperatorAct;
import dev.sightglass.client.journey.ReportFilter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * What operators do with the queue. Each act is in the journal with who, when and why, and survives restarts. Thread-safe.
 *
 * <p>
 * A future of this interface completes after the store has committed, and completes exceptionally with a {@link QueueException} when the
 * store could not. Many reports are changed in portions, so that uploads go on meanwhile; a failure between two portions leaves
 * what was done done, and the journal says how much that is. A report whose upload is under way is never touched: its outcome is the
 * server's.
 */
public interface QueueOperations {

    /**
     * Sends dead, waiting, held and discarded reports on their way again, as if they had never failed.
     *
     * @param which reports
     * @param perSecond how many become due each second; empty for all at once. The pace is in the rows and survives restarts
     * @param who does it
     * @param reason why; may be empty
     * @return what came of it
     */
    CompletableFuture<ActResult> retry(ReportFilter which, OptionalInt perSecond, String who, String reason);

    /**
     * Gives up ready, waiting, held and dead reports. Their bodies are kept until the history is pruned; until then retry takes it back.
     *
     * @param which reports
     * @param who does it
     * @param reason why; must not be blank
     * @return what came of it
     */
    CompletableFuture<ActResult> discard(ReportFilter which, String who, String reason);

    /**
     * Holds ready and waiting reports back.
     *
     * @param which reports
     * @param who does it
     * @param reason why; may be empty
     * @return what came of it
     */
    CompletableFuture<ActResult> hold(ReportFilter which, String who, String reason);

    /**
     * Lets reports go that were held back.
     *
     * @param which reports
     * @param who does it
     * @param reason why; may be empty
     * @return what came of it
     */
    CompletableFuture<ActResult> release(ReportFilter which, String who, String reason);

    /**
     * Stops all uploads until {@link #resume}, across restarts and for all replicas: nothing is leased any more, uploads under way finish.
     *
     * @param who does it
     * @param reason why; must not be blank
     * @return completes once it is durable
     */
    CompletableFuture<ActResult> pause(String who, String reason);

    /**
     * Lets uploads go on.
     *
     * @param who does it
     * @param reason why; may be empty
     * @return completes once it is durable
     */
    CompletableFuture<ActResult> resume(String who, String reason);

    /**
     * Whether an operator has stopped uploads.
     *
     * @return by whom and why; empty when uploads go on
     */
    Optional<DestinationPause> paused();

    /**
     * The journal, newest act first.
     *
     * @param limit how many at most
     * @return the acts
     */
    List<OperatorAct> acts(int limit);
}
