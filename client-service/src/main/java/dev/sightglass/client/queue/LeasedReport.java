package dev.sightglass.client.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * A report that is ours to upload until its lease ends.
 *
 * @param seq the queue's own number
 * @param lease the fencing token: a later lease of the same report has a larger one
 * @param revision of the body
 * @param id the report's id
 * @param correlationId of its source
 * @param converter that made it
 * @param attempts that failed so far
 * @param detectedAt when its source was first seen
 * @param enqueuedAt when it was queued
 * @param body what goes out
 */
@SuppressWarnings("ArrayRecordComponent") // a body is passed on, never compared
public record LeasedReport(long seq, long lease, long revision, UUID id, String correlationId, String converter,
    int attempts,
    Instant detectedAt, Instant enqueuedAt, byte[] body) {}
