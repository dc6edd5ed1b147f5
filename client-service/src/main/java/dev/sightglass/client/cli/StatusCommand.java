package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a running service how it stands. */
@Command(name = "status", description = "Asks a running service how it stands.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--url", description = "The service's address; default: ${DEFAULT-VALUE}.", defaultValue = "http://127.0.0.1:8080")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var request = HttpRequest.newBuilder(url.resolve("/api/v1/status")).timeout(Duration.ofSeconds(10)).build();
            var status = new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
            output.print(words(status), status);
            return ExitCode.OK.code();
        } catch (IOException failed) {
            output.print(
                "sightglass: the service at " + url + " does not answer: " + failed
                    + ". Is it running, and is --url its address?",
                new ObjectMapper().createObjectNode().put("error", failed.toString()));
            return ExitCode.NOT_RUNNING.code();
        }
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
