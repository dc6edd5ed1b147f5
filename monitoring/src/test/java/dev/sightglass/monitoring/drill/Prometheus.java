package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running Prometheus with our rules. */
final class Prometheus implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Started process;

    /**
     * Starts it.
     *
     * @param program which
     * @param folder for its files
     * @param target port of the management listener
     * @param rules the rule file
     * @param alertmanager port of Alertmanager, 0 for none
     * @param features to be switched on
     */
    Prometheus(Path program, Path folder, int target, Path rules, int alertmanager, String features)
        throws IOException {
        port = Ports.free();
        var config = Files.writeString(Files.createDirectories(folder).resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ['%s']
            alerting: {alertmanagers: [{static_configs: [{targets: [%s]}]}]}
            scrape_configs:
              - job_name: sightglass
                static_configs: [{targets: ['127.0.0.1:%d'], labels: {cluster: drill, namespace: hall}}]
            """.formatted(rules, alertmanager == 0 ? "" : "'127.0.0.1:" + alertmanager + "'", target));
        process = Started.until(URI.create("http://127.0.0.1:" + port + "/-/ready"), folder.resolve("prometheus.log"),
            List.of(program.toString(), "--config.file=" + config, "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port, "--enable-feature=" + features,
                "--rules.alert.resend-delay=1s"));
    }

    /** The result of an instant query; fails if Prometheus cannot execute it. */
    List<JsonNode> query(String promql) throws IOException, InterruptedException {
        return list(get("/api/v1/query?query=" + URLEncoder.encode(promql, StandardCharsets.UTF_8)).at("/data/result"));
    }

    /** Every series of the service. */
    List<JsonNode> series() throws IOException, InterruptedException {
        return list(
            get("/api/v1/series?match%5B%5D=" + URLEncoder.encode("{job=\"sightglass\"}", StandardCharsets.UTF_8))
                .path("data"));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var body = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString()).body();
        var json = JSON.readTree(body);
        if (!json.path("status").asText().equals("success")) {
            throw new AssertionError(path + "\n" + body);
        }
        return json;
    }

    private static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
