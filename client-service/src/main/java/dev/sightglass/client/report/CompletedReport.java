package dev.sightglass.client.report;

import java.util.UUID;

/**
 * A report that the server can take: valid, complete and with its final id.
 *
 * @param id fixed here for good: a repeated upload overwrites and never doubles
 * @param partNumber the unit's part number
 * @param serialNumber the unit's serial number
 * @param result the report's result letter
 * @param json the report as it goes out; UTF-8, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a body is passed on, never compared
public record CompletedReport(UUID id, String partNumber, String serialNumber, String result, byte[] json) {}
