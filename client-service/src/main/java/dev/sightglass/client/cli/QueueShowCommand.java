package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells the journey of a report or a source. */
@Command(name = "show", description = "Tells what happened to a report or a source, step by step.")
final class QueueShowCommand implements Callable<Integer> {

    /** As wide as a time. */
    private static final String NOW = "now                     ";
    private static final double MILLIS_PER_SECOND = 1000;

    @Parameters(paramLabel = "ID", description = "A report id or a correlation id.")
    private String id = "";

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        return output.printReply(service.get("/api/v1/reports/" + Query.encoded(id)), QueueShowCommand::words);
    }

    static String words(JsonNode journeys) {
        var lines = new StringJoiner("\n");
        for (var journey : journeys) {
            lines.add("%s  detected   %s in %s, correlation id %s".formatted(text(journey, "detectedAt"),
                text(journey, "name"), text(journey, "channel"), text(journey, "correlationId")));
            lines.add("%s  %-9s  by converter %s %s%s".formatted(text(journey, "settledAt"), text(journey, "fate"),
                text(journey, "converter"), text(journey, "converterVersion"),
                journey.hasNonNull("reason") ? ": " + text(journey, "reason") : ""));
            journey.path("reports").forEach(report -> add(report, lines));
        }
        return lines.toString();
    }

    private static void add(JsonNode report, StringJoiner lines) {
        lines.add("%s  queued     report %s: %s %s, result %s".formatted(text(report, "enqueuedAt"), text(report, "id"),
            text(report, "partNumber"), text(report, "serialNumber"), text(report, "result")));
        for (var attempt : report.path("failedAttempts")) {
            lines.add("%s  attempt    %s".formatted(text(attempt, "at"), text(attempt, "reason")));
        }
        for (var act : report.path("acts")) {
            lines.add("%s  %-9s  by %s: %s".formatted(text(act, "at"), text(act, "kind"), text(act, "who"),
                text(act, "reason")));
        }
        var since = report.hasNonNull("settledAt") ? text(report, "settledAt") : NOW;
        lines.add("%s  %-9s  %s".formatted(since, text(report, "state"), outcome(report)).stripTrailing());
    }

    private static String outcome(JsonNode report) {
        if (report.hasNonNull("lastReason")) {
            return text(report, "lastReason");
        }
        return report.hasNonNull("lastStatus")
            ? "status %s after %.0f ms".formatted(text(report, "lastStatus"),
                report.path("took").asDouble() * MILLIS_PER_SECOND)
            : "";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
