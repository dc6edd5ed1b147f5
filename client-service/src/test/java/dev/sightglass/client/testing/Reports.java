package dev.sightglass.client.testing;

import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.report.CompletedReport;
import java.nio.charset.StandardCharsets;
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

    /** An origin whose content hash follows from its name. */
    public static Origin origin(String name, Instant detectedAt) {
        return origin(name, "%064x".formatted(name.hashCode() & 0xffff_ffffL), detectedAt);
    }

    public static Origin origin(String name, String sha256, Instant detectedAt) {
        var correlationId = UUID.randomUUID().toString().replace("-", "");
        return new Origin(correlationId, "line-1", name, 10, sha256, "wsjf", "1.0.0", detectedAt);
    }
}
