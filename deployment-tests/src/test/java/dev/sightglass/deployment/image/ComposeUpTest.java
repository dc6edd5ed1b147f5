package dev.sightglass.deployment.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The example for one machine, started as its README says: all but Grafana, which only shows. Images of Prometheus, Alertmanager and PostgreSQL
 * are those of the example, or what its variables say.
 */
class ComposeUpTest {

    private static final Path FOLDER = Path.of("../examples/compose");
    private static final String PROJECT = "sightglass-test-" + ProcessHandle.current().pid();
    private static final Map<String, String> VARIABLES = Map.of("SERVICE_IMAGE", Images.SERVICE, "WATS_IMAGE",
        Images.SIMULATOR, "API_PORT", "0", "MANAGEMENT_PORT", "0", "WATS_PORT", "0", "PROMETHEUS_PORT", "0",
        "ALERTMANAGER_PORT", "0");
    private static final String DROP = "cat >/drop/wsjf/first.tmp && mv /drop/wsjf/first.tmp /drop/wsjf/first.json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> options = new ArrayList<>();

    @BeforeEach
    void build() throws Exception {
        Images.build();
        var version = new ProcessBuilder("docker", "compose", "version").redirectErrorStream(true).start();
        version.getInputStream().readAllBytes();
        Images.require("compose", version.waitFor() == 0, "docker has no compose");
    }

    @AfterEach
    void down() throws Exception {
        compose("down", "-v");
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgresql.env"})
    void aDroppedFileArrivesAndIsSeen(String environment) throws Exception {
        if (!environment.isEmpty()) {
            options.addAll(List.of("--env-file", environment));
        }
        compose("up", "-d", "--wait", "--no-build", "sightglass", "wats", "prometheus", "alertmanager");

        compose(FOLDER.resolve("report.json"), "exec", "-T", "sightglass", "sh", "-c", DROP);

        Awaits.until(() -> get("wats", 8090, "/simulator/state").path("reports").asInt(), reports -> reports == 1);
        Awaits.until(() -> compose("exec", "-T", "sightglass", "sightglass", "status"),
            status -> status.contains("1 delivered"));
        Awaits.until(() -> get("prometheus", 9090, "/api/v1/targets").at("/data/activeTargets/0/health").asText(),
            health -> health.equals("up"));
        assertThat(get("prometheus", 9090, "/api/v1/rules").findValuesAsText("type")).contains("alerting", "recording");
        assertThat(unwell(get("prometheus", 9090, "/api/v1/rules"))).isEmpty();
        assertThat(get("alertmanager", 9093, "/api/v2/status").at("/cluster/status").asText()).isEqualTo("ready");
    }

    private static List<String> unwell(JsonNode rules) {
        return StreamSupport.stream(rules.at("/data/groups").spliterator(), false)
            .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
            .filter(rule -> rule.path("health").asText().equals("err")).map(rule -> rule.path("name").asText())
            .toList();
    }

    private JsonNode get(String service, int port, String path) throws IOException, InterruptedException {
        var address = compose("port", service, Integer.toString(port)).strip();
        var request = HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(Duration.ofSeconds(10));
        return new ObjectMapper().readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private String compose(String... arguments) throws IOException, InterruptedException {
        return compose(Path.of("/dev/null"), arguments);
    }

    private String compose(Path input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "compose", "-p", PROJECT));
        command.addAll(options);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
            .redirectInput(input.toAbsolutePath().toFile());
        builder.environment().putAll(VARIABLES);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s:%n%s", String.join(" ", command), output).isZero();
        return output;
    }
}
