package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the management port tells of a service that is well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthOfServiceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path PAGE = Path.of("../docs/health.md");

    @SuppressWarnings("NullAway.Init") // started once for all tests
    private ServiceFixture service;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        service = new ServiceFixture(root, Map.of("sightglass.metrics.enabled", false));
        await().untilAsserted(() -> assertThat(details().path("status").asText()).isEqualTo("UP"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private JsonNode details() throws Exception {
        return MAPPER.readTree(service.management("/health/details").body());
    }

    @Test
    void everyComponentSaysWhatItIsAndWhereToReadOn() throws Exception {
        for (var component : details().path("components").properties()) {
            assertThat(component.getValue().fieldNames()).toIterable().as(component.getKey())
                .contains("status", "since", "ageSeconds", "durationSeconds", "reason", "runbook");
            assertThat(component.getValue().path("runbook").asText()).endsWith("#" + component.getKey());
        }
    }

    /** One heading for each, which is where its runbook link leads. */
    @Test
    void thePageHasEveryComponentAndNoOther() throws Exception {
        var names = new TreeSet<String>();
        details().path("components").fieldNames().forEachRemaining(names::add);
        var headings = new TreeSet<String>();
        try (var lines = Files.lines(PAGE)) {
            lines.filter(line -> line.startsWith("#### ")).map(line -> line.substring(5)).forEach(headings::add);
        }
        assertThat(headings).isEqualTo(names);
    }

    @Test
    void livenessHasOurOwnLoopsOnlyAndReadinessNeverTheServer() throws Exception {
        assertThat(counted("live")).containsExactlyInAnyOrder("conversion-dispatcher", "deadlock", "health-scheduler",
            "intake-loops", "queue-loops", "upload-loops", "upload-prober");
        assertThat(counted("ready"))
            .contains("store", "queue", "data-disk", "folders", "accepting-work", "main-listener",
                "store-migration", "start-up-scan")
            .doesNotContain("upstream", "token", "clock");
        assertThat(counted("started")).contains("store-migration", "start-up-scan", "application");
    }

    private List<String> counted(String probe) throws Exception {
        var checks = MAPPER.readTree(service.management("/health/" + probe).body()).path("checks");
        return checks.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void infoHasBuildAndGit() throws Exception {
        var info = MAPPER.readTree(service.management("/info").body());
        assertThat(info.path("build").path("version").asText()).isNotBlank();
        assertThat(info.path("build").path("time").asText()).isNotBlank();
        assertThat(info.path("name").asText()).isEqualTo("sightglass");
        assertThat(info.has("git")).isTrue();
        assertThat(info.path("instanceId").asText()).isNotBlank();
        assertThat(info.path("uptimeSeconds").asDouble()).isPositive();
    }

    @Test
    void withMetricsOffTheSummaryHasQueueAndCache() throws Exception {
        var metrics = service.management("/metrics");
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(metrics.body()).contains("sightglass_queue_depth", "sightglass_queue_oldest_item_age_seconds",
            "sightglass_cache_size", "sightglass_cache_max_size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started", "/health/details", "/info",
        "/metrics", "/nothing"})
    void noAnswerHoldsTheToken(String path) throws Exception {
        assertThat(service.management(path).body()).doesNotContain(ServiceFixture.TOKEN, "test:test");
    }
}
