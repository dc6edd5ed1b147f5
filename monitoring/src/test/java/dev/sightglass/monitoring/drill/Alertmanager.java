package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.monitoring.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** Alertmanager in a container, with the example configuration; only its waiting times are shorter and its receivers are the webhook. */
final class Alertmanager implements AutoCloseable {

    static final String ALIAS = "alertmanager";
    static final int PORT = 9093;

    private final HttpClient http = HttpClient.newHttpClient();
    private final GenericContainer<?> container;

    Alertmanager(String image, Network network, int webhook) {
        var config = Project.read("grafana/alertmanager.example.yaml")
            .replace("127.0.0.1:9/", Host.NAME + ":" + webhook + "/")
            .replace("group_wait: 30s", "group_wait: 1s").replace("group_interval: 5m", "group_interval: 1s");
        container = new GenericContainer<>(DockerImageName.parse(image)).withNetwork(network).withNetworkAliases(ALIAS)
            .withExtraHost(Host.NAME, Host.GATEWAY).withExposedPorts(PORT)
            .withCopyToContainer(Transferable.of(config), "/etc/alertmanager/alertmanager.yml")
            .withCommand("--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager",
                "--cluster.listen-address=")
            .waitingFor(Wait.forHttp("/-/ready").forPort(PORT));
        container.start();
    }

    /** Whether an alert is there and muted by another. */
    boolean isInhibited(String alert) throws IOException, InterruptedException {
        var address =
            URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT) + "/api/v2/alerts");
        var body = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
        for (JsonNode one : new ObjectMapper().readTree(body)) {
            if (one.at("/labels/alertname").asText().equals(alert) && !one.at("/status/inhibitedBy").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        container.stop();
        http.close();
    }
}
