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
        var ledger = status.path("ledger");
        var upload = status.path("upload");
        var destination = status.path("destination");
        return """
               seen       %d: %d delivered, %d queued, %d dead, %d duplicate, %d rejected, %d discarded
               queue      %d ready, %d on their way, %d waiting, %d held back
               uploads    %d under way, %d now and %d at most; rate limit %s%s
               server     %s since %s: %s%s""".formatted(ledger.path("seen").asLong(),
            ledger.path("delivered").asLong(), ledger.path("queued").asLong(), ledger.path("dead").asLong(),
            ledger.path("duplicate").asLong(), ledger.path("rejected").asLong(), ledger.path("cancelled").asLong(),
            queue.path("ready").asLong(), queue.path("leased").asLong(), queue.path("waiting").asLong(),
            queue.path("paused").asLong(), upload.path("underWay").asInt(), upload.path("concurrency").asInt(),
            upload.path("concurrencyMost").asInt(), upload.path("rateLimit").asText(),
            upload.path("rateLimited").asBoolean() ? ", which holds reports back" : "",
            destination.path("state").asText(), destination.path("since").asText(),
            destination.path("reason").asText(),
            destination.path("remedy").isTextual() ? ". Remedy: " + destination.path("remedy").asText() : "");
    }
}
