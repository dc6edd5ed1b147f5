package dev.sightglass.client.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * What the store holds at one moment.
 *
 * @param ready reports whose turn can come
 * @param leased reports that are being uploaded
 * @param waiting reports that failed and are not due yet
 * @param delivered reports that the server has
 * @param dead reports that the server has judged permanently wrong
 * @param bytes of all reports that are not delivered
 * @param oldest when the oldest report that is neither delivered nor dead was queued
 * @param accepted sources that brought reports
 * @param duplicate sources whose content was known
 * @param rejected sources that brought no report
 */
public record QueueCounts(long ready, long leased, long waiting, long delivered, long dead, long bytes,
    Optional<Instant> oldest,
    long accepted, long duplicate, long rejected) {

    /** An empty store. */
    public static final QueueCounts NONE = new QueueCounts(0, 0, 0, 0, 0, 0, Optional.empty(), 0, 0, 0);

    /**
     * Reports that are still to be delivered.
     *
     * @return ready, leased and waiting together
     */
    public long undelivered() {
        return ready + leased + waiting;
    }
}
