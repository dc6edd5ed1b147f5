package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what operators did. */
@Command(name = "journal", description = "Lists what operators did, newest first: when, who, what, why.")
final class QueueJournalCommand implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", description = "How many at most; default: ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        return output.printReply(service.get("/api/v1/acts" + new Query().with("limit", limit)),
            QueueJournalCommand::words);
    }

    private static String words(JsonNode acts) {
        if (acts.isEmpty()) {
            return "Nobody did anything yet.";
        }
        var lines = new StringJoiner("\n");
        for (var act : acts) {
            lines.add("%d  %s  %s: %s %s, %d reports. %s".formatted(act.path("number").asLong(),
                act.path("at").asText(), act.path("who").asText(), act.path("kind").asText(),
                act.path("selection").asText(), act.path("changed").asLong(), act.path("reason").asText())
                .stripTrailing());
        }
        return lines.toString();
    }
}
