package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.client.lifecycle.ServiceContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The scrape configurations of examples/prometheus: Prometheus reads them, and scrapes with them. */
class ScrapeConfigurationTest {

    private static final Path FOLDER = Pages.ROOT.resolve("examples/prometheus");

    @ParameterizedTest
    @ValueSource(strings = {"static.yml", "kubernetes.yml"})
    void prometheusReadsIt(String name, @TempDir Path folder) throws IOException {
        var whole = check(FOLDER.resolve(name));
        // distributions build Prometheus without the discovery of Kubernetes; the rest is still theirs to read
        var checked = whole.output().contains("kubernetes_sd_configs not found") ? check(Files.writeString(
            folder.resolve(name),
            Files.readString(FOLDER.resolve(name)).replace("kubernetes_sd_configs:\n      - role: pod",
                "static_configs:\n      - targets: [pod]")))
            : whole;

        assertThat(checked.exitCode()).as(checked.output()).isZero();
    }

    private static Program.Ended check(Path configuration) {
        var promtool = Program.ofMachine("promtool", "prometheus");
        return Program.run(List.of(promtool.toString(), "check", "config", "--syntax-only", configuration.toString()));
    }

    @Test
    void theStaticOneScrapesARunningService(@TempDir Path root) throws Exception {
        var prometheus = Program.ofMachine("prometheus", "prometheus");
        var values = new HashMap<>(BuiltService.configuration(root));
        int port = BuiltService.freePort();
        var configuration = Files.writeString(root.resolve("prometheus.yml"),
            Files.readString(FOLDER.resolve("static.yml")).replace("127.0.0.1:9090",
                "127.0.0.1:" + values.get("sightglass.metrics.port"))
                .replace("scrape_interval: 15s", "scrape_interval: 1s")
                .replaceAll("(?m)^rule_files:\\n(  - .*\\n)+", ""));
        try (var _ = ServiceContext.start(Optional.empty(), values)) {
            var process = new ProcessBuilder(prometheus.toString(), "--config.file=" + configuration,
                "--storage.tsdb.path=" + root.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + port,
                "--enable-feature=native-histograms,exemplar-storage")
                .redirectErrorStream(true).redirectOutput(root.resolve("prometheus.log").toFile()).start();
            try {
                Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                    .untilAsserted(() -> assertThat(query(port, "sightglass_build_info{job=\"sightglass\"}"))
                        .contains("\"version\""));
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static String query(int port, String query) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
        }
    }

    @Test
    void theOperatorsMonitorNamesThePortOfTheChart() throws IOException {
        JsonNode monitor = new ObjectMapper()
            .valueToTree(new Yaml().<Object>load(Files.readString(FOLDER.resolve("podmonitor.yaml"))));
        var chart = Files.readString(Pages.ROOT.resolve("helm/sightglass/templates/_pod.tpl"));

        assertThat(monitor.path("kind").asText()).isEqualTo("PodMonitor");
        assertThat(chart)
            .contains("name: " + monitor.at("/spec/podMetricsEndpoints/0/port").asText("no port is named there"));
    }
}
