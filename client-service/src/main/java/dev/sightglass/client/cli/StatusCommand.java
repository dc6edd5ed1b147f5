package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks a running service how it stands. */
@Command(name = "status", description = "Asks a running service how it stands.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        var status = service.get("/api/v1/status").body();
        output.print(words(status), status);
        return ExitCode.OK.code();
    }

    private static String words(JsonNode status) {
        var queue = status.path("queue");
        var destination = status.path("destination");
        return """
               sources    %d accepted, %d duplicate, %d rejected
               reports    %d delivered, %d dead, %d ready, %d on their way, %d waiting
               server     %s since %s: %s""".formatted(queue.path("accepted").asLong(),
            queue.path("duplicate").asLong(),
            queue.path("rejected").asLong(), queue.path("delivered").asLong(), queue.path("dead").asLong(),
            queue.path("ready").asLong(),
            queue.path("leased").asLong(), queue.path("waiting").asLong(), destination.path("state").asText(),
            destination.path("since").asText(), destination.path("reason").asText());
    }
}
