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
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** A Prometheus with our rules, in a container. It reaches the service by the host's name and Alertmanager by its alias. */
final class Prometheus implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PORT = 9090;

    final String name;
    final Histograms histograms;
    private final HttpClient http = HttpClient.newHttpClient();
    private final GenericContainer<?> container;

    /**
     * Starts it.
     *
     * @param name what its alerts say in the label {@code prometheus}
     * @param image which
     * @param histograms what it keeps of them
     * @param network of Alertmanager
     * @param target port of the management listener
     * @param rules the rule file
     */
    Prometheus(String name, String image, Histograms histograms, Network network, int target, String rules) {
        this.name = name;
        this.histograms = histograms;
        container = new GenericContainer<>(DockerImageName.parse(image)).withNetwork(network)
            .withExtraHost(Host.NAME, Host.GATEWAY).withExposedPorts(PORT)
            .withCopyToContainer(Transferable.of(config(target)), "/etc/prometheus/prometheus.yml")
            .withCopyToContainer(Transferable.of(rules), "/etc/prometheus/rules.yaml")
            .withCommand("--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus",
                "--enable-feature=" + histograms.features, "--rules.alert.resend-delay=1s")
            .waitingFor(Wait.forHttp("/-/ready").forPort(PORT));
        container.start();
    }

    private String config(int target) {
        return """
               global: {scrape_interval: 1s, evaluation_interval: 1s, external_labels: {prometheus: %s}}
               rule_files: [rules.yaml]
               alerting: {alertmanagers: [{static_configs: [{targets: ['%s:%d']}]}]}
               scrape_configs:
                 - job_name: sightglass
                   static_configs: [{targets: ['%s:%d'], labels: {cluster: drill, namespace: hall}}]
               """.formatted(name, Alertmanager.ALIAS, Alertmanager.PORT, Host.NAME, target);
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

    /** Rules that could not be evaluated. */
    List<String> unwellRules() throws IOException, InterruptedException {
        return list(get("/api/v1/rules").at("/data/groups")).stream()
            .flatMap(group -> list(group.path("rules")).stream())
            .filter(rule -> rule.path("health").asText().equals("err"))
            .map(rule -> rule.path("name").asText() + ": " + rule.path("lastError").asText()).toList();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT) + path);
        var body = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
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
        container.stop();
        http.close();
    }

    @Override
    public String toString() {
        return name;
    }

    /** What Prometheus keeps of a histogram: buckets out of text, or the native form out of protobuf. */
    enum Histograms {

        CLASSIC(1, "exemplar-storage"), NATIVE(2, "native-histograms,exemplar-storage");

        /** In the dashboards' switch. */
        final int choice;
        private final String features;

        Histograms(int choice, String features) {
            this.choice = choice;
            this.features = features;
        }
    }
}
