package dev.sightglass.health.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sightglass.metrics.GaugeDeclaration;

/** A real Prometheus scrapes the guarded port in each format. */
class PrometheusTest {

    private static final String PROGRAM = "prometheus";

    @TempDir
    private Path folder;

    private final PortFixture port = new PortFixture();
    private final Set<String> formats = ConcurrentHashMap.newKeySet();
    private @Nullable Process prometheus;

    @AfterEach
    void close() throws InterruptedException {
        if (prometheus != null) {
            prometheus.destroy();
            assertThat(prometheus.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        port.close();
    }

    @ParameterizedTest
    @CsvSource({"exemplar-storage, , application/openmetrics-text",
        "native-histograms, , application/vnd.google.protobuf",
        "exemplar-storage, text/plain;version=0.0.4, text/plain"})
    void takesEachFormat(String feature, @Nullable String accept, String mediaType) throws Exception {
        var program = programOnPath();
        port.metrics.gauge(GaugeDeclaration.of("level", "A level.")).observe(() -> 42);
        port.credentials = Credentials.of(null, "t0ken");
        port.more.add(new Recording(new MetricsEndpoint(port.metrics), accept));
        int api = freePort();
        prometheus = start(program, feature, api, port.open().port());

        await().dontCatchUncaughtExceptions().ignoreExceptions().atMost(Duration.ofSeconds(60))
            .until(() -> query(api, "sightglass_level"), body -> body.contains("\"42\""));
        assertThat(formats).isNotEmpty().allSatisfy(format -> assertThat(format).startsWith(mediaType));
    }

    private Process start(Path program, String feature, int api, int target) throws IOException {
        var config =
            Files.writeString(folder.resolve("prometheus.yml"), """
                                                                global: {scrape_interval: 1s}
                                                                scrape_configs:
                                                                  - job_name: ours
                                                                    authorization: {credentials: t0ken}
                                                                    static_configs: [{targets: ['localhost:%d']}]
                                                                """.formatted(target));
        return new ProcessBuilder(program.toString(), "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=localhost:" + api,
            "--enable-feature=" + feature).redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile()).start();
    }

    private String query(int api, String promql) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + api + "/api/v1/query?query=" + promql))
            .build();
        return port.client().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Path programOnPath() {
        var found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(directory -> Path.of(directory, PROGRAM)).filter(Files::isExecutable).findFirst();
        if (found.isEmpty() && List.of(System.getenv().getOrDefault("SIGHTGLASS_REQUIRE", "").split(","))
            .contains(PROGRAM)) {
            throw new AssertionError("SIGHTGLASS_REQUIRE names prometheus, but it is not on the PATH");
        }
        return found.orElseGet(() -> abort("there is no prometheus on the PATH: nothing was scraped"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Notes the format of each answer, and may overrule what is asked for: older versions never ask for plain text. */
    private final class Recording implements ManagementEndpoint {

        private final ManagementEndpoint endpoint;
        private final @Nullable String accept;

        Recording(ManagementEndpoint endpoint, @Nullable String accept) {
            this.endpoint = endpoint;
            this.accept = accept;
        }

        @Override
        public String path() {
            return endpoint.path();
        }

        @Override
        public CompletionStage<ManagementResponse> answer(ManagementRequest request, Executor worker) {
            var asked = accept == null ? request
                : new ManagementRequest(request.path(), request.parameters(), request.isTrusted(),
                    name -> name.equals("Accept") ? accept : request.header(name));
            return endpoint.answer(asked, worker).thenApply(response -> {
                formats.add(response.contentType());
                return response;
            });
        }
    }
}
