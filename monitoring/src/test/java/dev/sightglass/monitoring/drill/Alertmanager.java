package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.monitoring.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A running Alertmanager with the example configuration; only its waiting times are shorter and its receivers are the webhook. */
final class Alertmanager implements AutoCloseable {

    final int port = Ports.free();
    private final Started process;

    Alertmanager(Path program, Path folder, int webhook) throws IOException {
        var example =
            Project.read("grafana/alertmanager.example.yaml").replace("127.0.0.1:9/", "127.0.0.1:" + webhook + "/")
                .replace("group_wait: 30s", "group_wait: 1s").replace("group_interval: 5m", "group_interval: 1s");
        var config = Files.writeString(Files.createDirectories(folder).resolve("alertmanager.yml"), example);
        process = Started.until(URI.create("http://127.0.0.1:" + port + "/-/ready"), folder.resolve("alertmanager.log"),
            List.of(program.toString(), "--config.file=" + config, "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address="));
    }

    /** Whether an alert is there and muted by another. */
    boolean isInhibited(String alert) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var body =
                http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/alerts")).build(),
                    BodyHandlers.ofString()).body();
            for (JsonNode one : new ObjectMapper().readTree(body)) {
                if (one.at("/labels/alertname").asText().equals(alert) && !one.at("/status/inhibitedBy").isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
