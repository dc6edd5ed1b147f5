package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightglass.client.testing.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One service for all tests here: what one file does must not disturb the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServiceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // started once for all tests
    private ServiceFixture service;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        service = new ServiceFixture(root);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void forget() {
        service.simulator().clear();
    }

    private JsonNode onServer(UUID id) throws IOException {
        return MAPPER.readTree(service.simulator().find(id).orElseThrow().bytes().orElseThrow());
    }

    @Test
    void aDroppedReportReachesTheServerByteForByte() throws Exception {
        var report = Reports.valid("dropped");
        service.drop("wsjf", "dropped.json", report.json());
        service.awaitDelivered(1);

        assertThat(service.simulator().find(report.id()).orElseThrow().bytes()).hasValue(report.json());
        await().untilAsserted(() -> assertThat(service.folder("wsjf").resolve("Done/dropped.json")).exists());
        assertThat(service.api("/api/v1/reports/" + report.id()).body()).contains("\"fate\":\"accepted\"",
            "dropped.json", "\"converter\":\"wsjf\"");
    }

    /** Who has just dropped a file and asks must not hear of a balance from before. */
    @Test
    void theStatusKnowsWhatHasJustArrived() throws Exception {
        long before = deliveredByStatus();
        service.drop("wsjf", "new.json", Reports.valid("new").json());

        await().atMost(Duration.ofSeconds(5)).until(this::deliveredByStatus, delivered -> delivered == before + 1);
    }

    private long deliveredByStatus() throws Exception {
        return new ObjectMapper().readTree(service.api("/api/v1/status").body()).at("/ledger/delivered").asLong();
    }

    @Test
    void whatTheVendorRequiresIsAddedAndNothingElseChanges() throws Exception {
        service.drop("wsjf", "bare.json",
            """
            {"type":"T","pn":"PN-1","sn":"bare","rev":"A","processCode":10,"result":"P","start":"2026-03-02T09:15:00.000+01:00",
             "own":{"kept":1.50,"also":1E5},"root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P","steps":[]}}"""
                .getBytes(StandardCharsets.UTF_8));
        service.awaitDelivered(1);

        var stored = new String(service.simulator().stored().getFirst().bytes().orElseThrow(), StandardCharsets.UTF_8);
        assertThat(stored).contains("\"own\":{\"kept\":1.50,\"also\":1E5}", "\"startUTC\":\"2026-03-02T08:15:00",
            "\"location\":\"Test hall\"",
            "\"uut\":");
    }

    @Test
    void sameNameOtherContentAreBothDelivered() throws Exception {
        service.drop("wsjf", "same.json", Reports.valid("same-1").json());
        service.awaitDelivered(1);
        await().untilAsserted(() -> assertThat(service.folder("wsjf").resolve("same.json")).doesNotExist());
        service.drop("wsjf", "same.json", Reports.valid("same-2").json());
        service.awaitDelivered(2);

        await().untilAsserted(() -> {
            try (var done = Files.list(service.folder("wsjf").resolve("Done"))) {
                assertThat(done.filter(file -> String.valueOf(file.getFileName()).startsWith("same"))).hasSize(2);
            }
        });
    }

    @Test
    void aWrongReportGoesToErrorWithEveryFault() throws Exception {
        service.drop("wsjf", "wrong.json",
            """
            {"type":"X","pn":"","sn":"s","rev":"A","processCode":"ten","result":"P","start":"yesterday","root":{}}"""
                .getBytes(StandardCharsets.UTF_8));

        assertThat(service.refusal("wsjf", "wrong.json")).contains("/type", "/pn", "/processCode", "/start");
    }

    @Test
    void bodiesAreTakenLikeFiles() throws Exception {
        var report = Reports.valid("posted");
        var answer = service.post("/api/v1/reports", report.json());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains(report.id().toString(), "correlationId");
        service.awaitDelivered(1);

        assertThat(service.post("/api/v1/reports", "{}".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
        var unknown = service.post("/api/v1/files?converter=wsjx&filename=a", report.json());
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("wsjf");
    }

    @Test
    void healthAndMetricsTellOfIt() throws Exception {
        service.drop("wsjf", "told.json", Reports.valid("told").json());
        service.awaitDelivered(1);

        assertThat(service.management("/health/live").statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(service.management("/metrics").body())
            .contains("sightglass_http_requests_total{endpoint=\"/api/Report/WSJF\",method=\"POST\",status=\"200\"}",
                "sightglass_queue_processed_total{outcome=\"delivered\",queue=\"upload\"}",
                "sightglass_report_delivery_seconds_count{converter=\"wsjf\"}", "sightglass_upstream_up 1.0",
                "sightglass_build_info{"));
        assertThat(service.management("/health/details").body()).contains("store", "folders", "upstream", "converters");
    }

    /** The exports of a real server, when a folder with them is named; they are not part of this project. */
    @Test
    void realExportsArriveWhole() throws Exception {
        var data = Path.of(System.getenv().getOrDefault("WATS_EXPORTS", "no such folder"));
        assumeTrue(Files.isDirectory(data), "skipped: WATS_EXPORTS names no folder with real exports");
        var source = Files.readAllBytes(data.resolve("uut-export.wsjf.json"));
        var expected = MAPPER.readTree(source);
        var id = UUID.fromString(expected.path("id").asText());

        service.drop("wsjf", "real.json", source);
        service.awaitDelivered(1);
        assertThat(onServer(id)).isEqualTo(expected);

        service.drop("wsxf", "real.xml", Files.readAllBytes(data.resolve("uut-export.wsxf.xml")));
        await().untilAsserted(() -> assertThat(service.simulator().repeats()).isEqualTo(1));
        var fromXml = (ObjectNode) onServer(id);
        for (var field : new String[]{"id", "type", "pn", "sn", "rev", "processCode", "result", "machineName",
            "location", "purpose", "start",
            "startUTC"}) {
            assertThat(fromXml.get(field)).as(field).isEqualTo(expected.get(field));
        }
        assertThat(steps(fromXml.path("root"))).isEqualTo(steps(expected.path("root"))).isEqualTo(186);
    }

    private static int steps(JsonNode step) {
        int count = 1;
        for (var child : step.path("steps")) {
            count += steps(child);
        }
        return count;
    }
}
