package dev.sightglass.client.queue.store;

import dev.sightglass.client.report.CompletedReport;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A report with its checksum: made on the caller's thread, so that the one that commits has less to do.
 *
 * @param report the report
 * @param sha256 of its body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content where it matters
public record PreparedReport(CompletedReport report, byte[] sha256) {

    /**
     * Prepares a report.
     *
     * @param report the report
     * @return with its checksum
     */
    public static PreparedReport of(CompletedReport report) {
        return new PreparedReport(report, sha256(report.json()));
    }

    static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
