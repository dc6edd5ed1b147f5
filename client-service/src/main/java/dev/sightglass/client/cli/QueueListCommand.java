package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists reports. */
@Command(name = "ls", description = "Lists reports, newest first.")
final class QueueListCommand implements Callable<Integer> {

    @Mixin
    private final ReportSelection selection = new ReportSelection();

    @Option(names = "--limit", paramLabel = "N", description = "How many at most; default: ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        var reply = service.get("/api/v1/reports" + selection.query().with("limit", limit));
        return output.printReply(reply, QueueListCommand::words);
    }

    private static String words(JsonNode reports) {
        if (reports.isEmpty()) {
            return "No such reports.";
        }
        var lines = new StringJoiner("\n");
        lines.add("%-36s  %-9s  %-3s  %-20s  %-20s  %-24s  %s".formatted("id", "state", "res", "part number",
            "serial number", "queued", "last attempt"));
        for (var report : reports) {
            lines.add("%-36s  %-9s  %-3s  %-20s  %-20s  %-24s  %s".formatted(report.path("id").asText(),
                report.path("state").asText(), report.path("result").asText(), report.path("partNumber").asText(),
                report.path("serialNumber").asText(), report.path("enqueuedAt").asText(),
                report.path("lastReason").asText("")).stripTrailing());
        }
        return lines.toString();
    }
}
