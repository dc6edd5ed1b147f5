package dev.sightglass.client.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one report.
 *
 * @param id the report's id on the server
 * @param correlationId of the newest source that brought it
 * @param converter that made it
 * @param channel the folder's name, or {@code http}
 * @param name of its source
 * @param partNumber the unit's part number
 * @param serialNumber the unit's serial number
 * @param result the result letter
 * @param state where it stands
 * @param size of its body in bytes
 * @param enqueuedAt when it was queued
 * @param dueAt when a waiting report is tried again, or a lease ends; null in other states
 * @param settledAt when it was delivered or discarded; null before
 * @param took how long the delivering attempt took; null before
 * @param lastStatus the server's last HTTP status; null when it gave none yet
 * @param lastReason why the last attempt failed, or why it was discarded; null when neither happened
 * @param failedAttempts the newest attempts that did not deliver, oldest first
 * @param acts what operators did with it, oldest first
 */
public record ReportJourney(UUID id, String correlationId, String converter, String channel, String name,
    String partNumber, String serialNumber, String result, ReportState state, long size, Instant enqueuedAt,
    @Nullable Instant dueAt, @Nullable Instant settledAt, @Nullable Duration took, @Nullable Integer lastStatus,
    @Nullable String lastReason, List<Attempt> failedAttempts, List<OperatorAct> acts) {

    /** Copies the lists. */
    public ReportJourney {
        failedAttempts = List.copyOf(failedAttempts);
        acts = List.copyOf(acts);
    }

    /**
     * One attempt that did not deliver.
     *
     * @param at when it ended
     * @param took how long it took
     * @param status the server's HTTP status; null when it gave none
     * @param reason in words
     */
    public record Attempt(Instant at, Duration took, @Nullable Integer status, String reason) {}
}
