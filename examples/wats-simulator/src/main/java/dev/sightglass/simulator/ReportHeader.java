package dev.sightglass.simulator;

import java.util.UUID;

/**
 * What identifies a report, in the words of WSJF.
 *
 * @param id the report's own id
 * @param type {@code T} for a test, {@code R} for a repair
 * @param pn the part number
 * @param sn the serial number
 * @param rev the revision
 * @param processCode the operation
 * @param result {@code P}, {@code F}, {@code E} or {@code T}
 * @param machineName the station
 * @param start when the test began, as it was written
 */
public record ReportHeader(UUID id, String type, String pn, String sn, String rev, int processCode, String result,
    String machineName, String start) {}
