package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that nothing is lost. */
@Command(name = "audit", description = "Proves that nothing is lost: seen = delivered + queued + dead + duplicate + rejected + discarded. Exit code 1 when that does not hold.")
final class AuditCommand implements Callable<Integer> {

    @Option(names = "--since", paramLabel = "TIME", description = "Only what was settled then or later: 24h, 7d, 2026-03-02T08:15:00Z.")
    private @Nullable String since;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        var reply = service.get("/api/v1/audit" + new Query().with("since", since));
        int answer = output.printReply(reply, AuditCommand::words);
        boolean holds = reply.body().path("unaccounted").asLong() == 0;
        return holds ? answer : ExitCode.FOUND_WRONG.code();
    }

    private static String words(JsonNode balance) {
        var audit = balance.path("audit");
        return """
               seen         %,12d
               delivered    %,12d
               queued       %,12d
               dead         %,12d
               duplicate    %,12d
               rejected     %,12d
               discarded    %,12d
               unaccounted  %,12d
               %s""".formatted(count(audit, "seen"), count(audit, "delivered"), count(audit, "queued"),
            count(audit, "dead"), count(audit, "duplicate"), count(audit, "rejected"), count(audit, "cancelled"),
            count(balance, "unaccounted"), verdict(balance));
    }

    private static String verdict(JsonNode balance) {
        return count(balance, "unaccounted") == 0 ? "Everything is accounted for."
            : "Something is nowhere. Look at these with sightglass queue show: " + balance.path("missing");
    }

    private static long count(JsonNode node, String field) {
        return node.path(field).asLong();
    }
}
