package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.client.testing.LogCapture;
import dev.sightglass.client.testing.Reports;
import dev.sightglass.simulator.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Each decision about a source or a report is one line of the log, in the words of docs/reference/logs.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionLogTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String UPLOAD = "/api/Report/WSJF";
    private static final Logger HOUSE = (Logger) LoggerFactory.getLogger("dev.sightglass");

    @SuppressWarnings("NullAway.Init") // started once for all tests
    private ServiceFixture service;
    @SuppressWarnings("NullAway.Init")
    private LogCapture log;

    @BeforeAll
    void start(@TempDir Path root) throws Exception {
        HOUSE.setLevel(Level.DEBUG);
        log = new LogCapture("json");
        service = new ServiceFixture(root);
    }

    @AfterAll
    void stop() {
        service.close();
        log.close();
        HOUSE.setLevel(null);
    }

    @AfterEach
    void mend() {
        service.simulator().faults().clear();
        assertThat(log.text()).as("no secret, no payload").doesNotContain(ServiceFixture.TOKEN, "anna", "bench-3");
        assertThat(events()).allSatisfy(event -> assertThat(event.fieldNames()).toIterable().contains("timestamp",
            "level", "logger", "message"));
    }

    private List<JsonNode> events() {
        return log.lines().stream().map(DecisionLogTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(line, broken);
        }
    }

    /** Waits for the one line that says so of the report or file; the last lines may still be on their way. */
    private JsonNode event(String field, String value, String words) {
        return await().until(
            () -> events().stream().filter(
                event -> value.equals(event.path(field).asText()) && event.path("message").asText().contains(words))
                .toList(),
            found -> found.size() == 1).getFirst();
    }

    private CompletedReport drop(String name) throws IOException {
        var report = Reports.valid(name);
        service.drop("wsjf", name + ".json", report.json());
        return report;
    }

    @Test
    void aReportIsFollowedByItsCorrelationIdFromFileToServer() throws Exception {
        var report = drop("followed");

        var queued = event("file", service.folder("wsjf").resolve("followed.json").toString(), "queued");
        var delivered = event("report_id", report.id().toString(), "Delivered");
        assertThat(queued.path("level").asText()).isEqualTo("DEBUG");
        assertThat(queued.path("converter").asText()).isEqualTo("wsjf");
        assertThat(delivered.path("correlation_id")).isEqualTo(queued.path("correlation_id"));
        assertThat(delivered.path("attempt").asText()).isEqualTo("1");
    }

    @Test
    void theSameContentAgainIsSaidToBeNotSentAgain() throws Exception {
        var report = drop("original");
        event("report_id", report.id().toString(), "Delivered");
        service.drop("wsjf", "copy.json", report.json());

        assertThat(event("file", service.folder("wsjf").resolve("copy.json").toString(), "not sent again").path("level")
            .asText()).isEqualTo("INFO");
    }

    @Test
    void aRefusalNamesTheFileAndCannotForgeALine() throws Exception {
        service.drop("wsjf", "evil\nname.json", "{}".getBytes(StandardCharsets.UTF_8));

        var refused = event("file", service.folder("wsjf").resolve("evil").toString() + "\\nname.json", "refused");
        assertThat(refused.path("level").asText()).isEqualTo("WARN");
        assertThat(refused.path("correlation_id").asText()).hasSize(32);
    }

    @Test
    void attemptsAreNumbered() throws Exception {
        service.simulator().faults().set(Fault.status(503).withRetryAfter("0").onPath(UPLOAD).times(1));
        var report = drop("again");

        assertThat(event("report_id", report.id().toString(), "is sent again").path("attempt").asText()).isEqualTo("1");
        assertThat(event("report_id", report.id().toString(), "Delivered").path("attempt").asText()).isEqualTo("2");
    }

    @Test
    void aDeadLetterIsAWarningWithItsRemedy() throws Exception {
        service.simulator().faults().set(Fault.status(422).onPath(UPLOAD).times(1));
        var report = drop("dead");

        var dead = event("report_id", report.id().toString(), "dead letter");
        assertThat(dead.path("level").asText()).isEqualTo("WARN");
        assertThat(dead.path("message").asText()).contains("422", "Remedy");
    }

    @Test
    void aPauseSaysWhyAndWhatToDo() throws Exception {
        service.simulator().faults().set(Fault.status(401).onPath(UPLOAD).times(1));
        var report = drop("paused");

        var pause = event("report_id", report.id().toString(), "Uploads pause");
        assertThat(pause.path("message").asText()).contains("sightglass.wats.token");
        event("report_id", report.id().toString(), "Delivered");
    }
}
