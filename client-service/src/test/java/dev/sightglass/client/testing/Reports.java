package dev.sightglass.client.testing;

import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.report.CompletedReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Reports and their origins, as the queue gets them. */
public final class Reports {

    private Reports() {}

    public static CompletedReport report(String serialNumber) {
        return report(UUID.nameUUIDFromBytes(serialNumber.getBytes(StandardCharsets.UTF_8)), serialNumber,
            "{\"sn\":\"" + serialNumber + "\"}");
    }

    public static CompletedReport report(UUID id, String serialNumber, String json) {
        return new CompletedReport(id, "PN-1", serialNumber, "P", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A report that the server takes. */
    public static CompletedReport valid(String serialNumber) {
        var id = UUID.nameUUIDFromBytes(serialNumber.getBytes(StandardCharsets.UTF_8));
        return report(id, serialNumber,
            """
            {"type":"T","id":"%s","pn":"PN-1","sn":"%s","rev":"A","processCode":10,"result":"P","machineName":"bench-3",
             "location":"Oslo","purpose":"Production","start":"2026-03-02T09:15:00.000+01:00","startUTC":"2026-03-02T08:15:00.000Z",
             "uut":{"user":"anna","execTime":1.5},"root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P",
             "seqCall":{"path":"main.seq","name":"main.seq","version":"1.0"},"steps":[]}}"""
                .formatted(id, serialNumber));
    }

    /** An origin whose content hash follows from its name. */
    public static Origin origin(String name, Instant detectedAt) {
        return origin(name, "%064x".formatted(name.hashCode() & 0xffff_ffffL), detectedAt);
    }

    public static Origin origin(String name, String sha256, Instant detectedAt) {
        var correlationId = UUID.randomUUID().toString().replace("-", "");
        return new Origin(correlationId, "line-1", name, 10, sha256, "wsjf", "1.0.0", detectedAt, Duration.ofMillis(3));
    }
}
