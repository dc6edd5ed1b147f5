package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import java.util.Arrays;

/** A leased report before anybody has looked at its checksum. */
public sealed interface ClaimedReport {

    /**
     * One that could be read.
     *
     * @param report the report
     * @param sha256 that its body must have
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    record Whole(LeasedReport report, byte[] sha256) implements ClaimedReport {}

    /**
     * One that cannot be sent as it was taken.
     *
     * @param seq the report's number
     * @param lease the fencing token
     * @param reason in words
     */
    record Damaged(long seq, long lease, String reason) implements ClaimedReport {}

    /**
     * Looks at the checksum. Costs time, so not on the thread that commits.
     *
     * @return this, or what is wrong with it
     */
    default ClaimedReport verified() {
        if (this instanceof Whole(var report, var sha256)
            && !Arrays.equals(PreparedReport.sha256(report.body()), sha256)) {
            return new Damaged(report.seq(), report.lease(), "its body does not match its checksum");
        }
        return this;
    }
}
