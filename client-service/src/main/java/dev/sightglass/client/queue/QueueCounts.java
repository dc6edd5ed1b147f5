package dev.sightglass.client.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * What is in the queue at one moment. What has left it is in the ledger.
 *
 * @param ready reports whose turn can come
 * @param leased reports that are being uploaded
 * @param waiting reports that failed and are not due yet
 * @param paused reports that an operator holds back
 * @param dead reports that the server has judged permanently wrong, or whose body is damaged
 * @param bytes of all reports that are still to be delivered
 * @param oldest when the oldest report that is still to be delivered was queued
 */
public record QueueCounts(long ready, long leased, long waiting, long paused, long dead, long bytes,
    Optional<Instant> oldest) {

    /** An empty queue. */
    public static final QueueCounts NONE = new QueueCounts(0, 0, 0, 0, 0, 0, Optional.empty());

    /**
     * Reports that are still to be delivered.
     *
     * @return ready, leased, waiting and paused together
     */
    public long undelivered() {
        return ready + leased + waiting + paused;
    }
}
