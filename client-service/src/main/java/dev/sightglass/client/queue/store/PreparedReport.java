package dev.sightglass.client.queue.store;

import dev.sightglass.client.report.CompletedReport;

/**
 * A report with its checksum, packed: made on the caller's thread, so that the one that commits has less to do.
 *
 * @param report the report
 * @param sha256 of its body
 * @param packed its body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content where it matters
record PreparedReport(CompletedReport report, byte[] sha256, Packed packed) {

    static PreparedReport of(CompletedReport report) {
        return new PreparedReport(report, Checksum.of(report.json()), Packed.of(report.json()));
    }
}
