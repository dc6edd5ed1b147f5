package dev.sightglass.metrics.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMode;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Required;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MetricsCollector metrics = MetricsCollector.create();
    private final CorrelationId id = CorrelationId.random();

    @Test
    void aRealPrometheusTakesNativeHistogramsAndExemplars(@TempDir Path directory) throws Exception {
        Path program = Required.program("prometheus", "prometheus");
        BoundHistogram took = metrics
            .histogram(HistogramDeclaration.seconds("took", "Took.", List.of(1.0)).with(HistogramMode.NATIVE))
            .bind();
        BoundHistogram classic = metrics
            .histogram(
                HistogramDeclaration.seconds("classic", "Classic.", List.of(1.0, 2.0)).with(HistogramMode.CLASSIC))
            .bind();
        BoundHistogram both = metrics.histogram(HistogramDeclaration.seconds("both", "Both.", List.of(1.0, 2.0)))
            .bind();
        for (int i = 1; i <= 1000; i++) {
            took.observe(i / 1000.0);
        }
        CorrelationContext.run(id, () -> {
            classic.observe(1.5);
            both.observe(1.5);
        });
        int port = freePort();
        Process prometheus = null;
        try (MetricsServer server = MetricsServer.start(metrics, 0); HttpClient client = HttpClient.newHttpClient()) {
            prometheus = start(program, directory, port, server.port());
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                assertThat(query(client, port, "histogram_quantile(0.5, sightglass_took_seconds)"))
                    .isBetween(0.45, 0.55);
                assertThat(exemplars(client, port, "sightglass_classic_seconds_bucket")).contains(id.value());
                assertThat(exemplars(client, port, "sightglass_both_seconds")).contains(id.value());
            });
        } finally {
            if (prometheus != null) {
                prometheus.destroy();
                assertThat(prometheus.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static Process start(Path program, Path directory, int port, int target) throws IOException {
        Path config = Files.writeString(directory.resolve("prometheus.yml"), """
                                                                             global:
                                                                               scrape_interval: 1s
                                                                             scrape_configs:
                                                                               - job_name: ours
                                                                                 static_configs:
                                                                                   - targets: ['localhost:%d']
                                                                             """.formatted(target));
        return new ProcessBuilder(program.toString(), "--config.file=" + config,
            "--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=localhost:" + port,
            "--enable-feature=native-histograms,exemplar-storage").redirectErrorStream(true)
            .redirectOutput(directory.resolve("prometheus.log").toFile())
            .start();
    }

    private static double query(HttpClient client, int port, String promql) throws Exception {
        return get(client, port, "/api/v1/query?query=" + encoded(promql)).at("/data/result/0/value/1").asDouble();
    }

    private static String exemplars(HttpClient client, int port, String promql) throws Exception {
        long now = Instant.now().getEpochSecond();
        return get(client, port, "/api/v1/query_exemplars?query=" + encoded(promql) + "&start=" + (now - 600) + "&end="
            + (now + 60)).toString();
    }

    private static JsonNode get(HttpClient client, int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        return new ObjectMapper().readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
