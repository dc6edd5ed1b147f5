package dev.sightglass.client.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one report.
 *
 * @param id the report's id on the server
 * @param partNumber the unit's part number
 * @param serialNumber the unit's serial number
 * @param result the result letter
 * @param state ready, leased, waiting, delivered or dead
 * @param size in bytes
 * @param enqueuedAt when it was queued
 * @param settledAt when the server took or refused it for good; null before
 * @param lastStatus the server's last HTTP status; null when it gave none yet
 * @param lastReason why the last attempt failed; null when none did
 * @param failedAttempts every attempt that did not deliver
 */
public record ReportJourney(String id, String partNumber, String serialNumber, String result, String state, long size,
    Instant enqueuedAt,
    @Nullable Instant settledAt, @Nullable Integer lastStatus, @Nullable String lastReason,
    List<Attempt> failedAttempts) {

    /**
     * One attempt that did not deliver.
     *
     * @param at when
     * @param status the server's HTTP status; null when it gave none
     * @param reason in words
     */
    public record Attempt(Instant at, @Nullable Integer status, String reason) {}
}
