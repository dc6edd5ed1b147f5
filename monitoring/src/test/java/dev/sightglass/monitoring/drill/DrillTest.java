package dev.sightglass.monitoring.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sightglass.monitoring.Page;
import dev.sightglass.monitoring.Project;
import dev.sightglass.monitoring.RecordedScrape;
import dev.sightglass.monitoring.Scenario;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.simulator.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One course of events: all is well, reports are refused, the server is slow, the server is away, a folder is, the service is. The rules tell of
 * each, and when it ends.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DrillTest {

    private static final int HEALTHY_SCRAPES = 8;
    private static final Pattern URL = Pattern.compile("http://localhost:(8080|9090)([^\"\\s]*)");
    /** Of series that Prometheus makes by itself: those of our recording rules, and its alerts. */
    private static final Pattern PROMETHEUS_OWN = Pattern.compile("series (job|instance:|ALERTS)");
    /** What Prometheus asks for when it wants the classic text, as the recorded scrape is. */
    private static final String TEXT = "text/plain;version=0.0.4";

    private static final Map<String, String> LISTED = listed();

    private final HttpClient http = HttpClient.newHttpClient();
    @SuppressWarnings("NullAway.Init")
    private Drill drill;
    @SuppressWarnings("NullAway.Init")
    private Expressions expressions;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Images.requireDocker();
        drill = new Drill(folder);
        expressions = new Expressions(drill.prometheis);
        assertThat(expressions.count()).isGreaterThan(100);
    }

    @AfterAll
    void stop() {
        if (drill != null) {
            drill.close();
        }
        http.close();
    }

    private static Map<String, String> listed() {
        try (var file = DrillTest.class.getResourceAsStream("/silent.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConditionFactory soon() {
        return await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(250));
    }

    @Test
    @Order(1)
    void everyNameAndLabelThatWeUseIsScraped() throws Exception {
        awaitData("count_over_time(up{job=\"sightglass\"}[1m]) >= " + HEALTHY_SCRAPES);
        var scrapes = new ArrayList<SeriesCheck>();
        for (var prometheus : drill.prometheis) {
            scrapes.add(new SeriesCheck(prometheus.series()));
        }
        var violations = new TreeSet<String>();
        for (var expression : expressions.waiting()) {
            // the rules ask for both shapes of a histogram at once, so a name may be in any scrape
            var missing = new TreeSet<>(scrapes.getFirst().violations(expression.promql()));
            scrapes.forEach(scrape -> missing.retainAll(scrape.violations(expression.promql())));
            missing.removeIf(PROMETHEUS_OWN.asPredicate());
            missing.forEach(sentence -> violations.add(expression.where() + ": " + sentence));
        }
        assertThat(violations).isEmpty();
        expressions.execute();
    }

    @Test
    @Order(2)
    void theRecordedScrapeIsAsTheServiceStillIs() throws Exception {
        var live = RecordedScrape.parse(get(drill.service.management, "/metrics", TEXT).body());
        if (System.getProperty("sightglass.write") != null) {
            Files.write(Project.ROOT.resolve(RecordedScrape.FILE),
                live.series().stream().map(RecordedScrape.Sample::text).sorted().toList());
        }
        for (var scenario : Scenario.load()) {
            scenario.series().forEach(course -> live.find(RecordedScrape.sample(course.of())));
        }
        assertThat(live.names()).containsAll(RecordedScrape.load().names());
    }

    @Test
    @Order(3)
    void refusedReportsFireDeadLettersUntilTheyAreDealtWith() throws Exception {
        drill.service.simulator.faults().set(Fault.status(422).times(3).onPath("/api/Report"));
        awaitFiring("SightglassDeadLetters", "team", "warning");
        expressions.execute();
        var dead = new ObjectMapper()
            .readTree(get(drill.service.api, "/api/v1/reports?state=dead", "application/json").body());
        assertThat(dead).hasSize(3);
        for (JsonNode report : dead) {
            var id = report.path("id").asText();
            var answer = http.send(HttpRequest.newBuilder(uri(drill.service.api, "/api/v1/reports/" + id + "/retry"))
                .POST(BodyPublishers.noBody())
                .build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
        awaitResolved("SightglassDeadLetters");
    }

    @Test
    @Order(4)
    void aSlowServerFiresQueueAgeUntilItIsFastAgain() throws Exception {
        drill.service.simulator.faults().set(Fault.none().withLatency(Duration.ofSeconds(8)).onPath("/api/Report"));
        awaitFiring("SightglassQueueAge", "team", "warning");
        expressions.execute();
        drill.service.simulator.faults().clear();
        awaitResolved("SightglassQueueAge");
    }

    @Test
    @Order(5)
    void aServerThatIsAwayFiresUpstreamDownAndMutesWhatFollowsFromIt() throws Exception {
        drill.service.simulator.faults().set(Fault.of(Fault.Kind.DROP));
        awaitFiring("SightglassUpstreamDown", "wats-owners", "warning");
        soon().untilAsserted(() -> assertThat(drill.alertmanager.isInhibited("SightglassQueueAge")).isTrue());
        // the check looks more rarely than the gate closes
        awaitData("sightglass_health_status{check=\"upstream\",status!=\"up\"} == 1");
        expressions.execute();
        drill.service.simulator.faults().clear();
        awaitResolved("SightglassUpstreamDown");
        expressions.execute();
    }

    @Test
    @Order(6)
    void aFolderThatIsAwayIsSeen() throws Exception {
        drill.service.setIdleFolder(false);
        awaitData("sightglass_folder_up == 0");
        expressions.execute();
        drill.service.setIdleFolder(true);
        awaitData("min(sightglass_folder_up) == 1");
    }

    @Test
    @Order(7)
    void aServiceThatIsAwayIsMissedAndItsReturnIsSeen() throws Exception {
        drill.service.stop();
        awaitData("absent(sightglass_build_info{job=\"sightglass\"})");
        expressions.execute();
        drill.service.start();
        awaitData("changes(process_start_time_seconds[2m]) > 0");
        expressions.execute();
    }

    @Test
    @Order(8)
    void everyRuleCanBeEvaluated() throws Exception {
        for (var prometheus : drill.prometheis) {
            assertThat(prometheus.unwellRules()).as(prometheus.name).isEmpty();
        }
    }

    /** What stays silent here stands in a list, with what would make it speak. */
    @Test
    @Order(9)
    void everyExpressionReturnedDataOrIsListedWithItsReason() throws Exception {
        var silent = expressions.waiting().stream().map(Expressions.Expression::where).distinct().toList();
        assertThat(expressions.waiting()).filteredOn(expression -> !LISTED.containsKey(expression.where())).isEmpty();
        assertThat(LISTED.keySet()).as("listed, but not silent").allMatch(silent::contains);
    }

    @Test
    @Order(10)
    void everyAddressInTheRunbooksAnswers() throws Exception {
        var wrong = new ArrayList<String>();
        for (var alert : Catalogue.load().alerts().stream().map(Alert::alert).distinct().toList()) {
            for (var command : Page.runbook(alert).commands()) {
                var url = URL.matcher(command);
                assertThat(url.find()).as(command).isTrue();
                int port = url.group(1).equals("8080") ? drill.service.api : drill.service.management;
                var answer = get(port, url.group(2).replace("[", "%5B").replace("]", "%5D"), null);
                if (answer.statusCode() != 200 || answer.body().isBlank()) {
                    wrong.add(alert + ": " + command + ": " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Waits until a query returns something, in every Prometheus. */
    private void awaitData(String query) {
        for (var prometheus : drill.prometheis) {
            soon().until(() -> !prometheus.query(query).isEmpty());
        }
    }

    private void awaitFiring(String alert, String receiver, String severity) {
        for (var prometheus : drill.prometheis) {
            soon().untilAsserted(() -> assertThat(drill.webhook.last(alert, prometheus)).as(prometheus.name)
                .hasValueSatisfying(notice -> {
                    assertThat(notice.isFiring()).isTrue();
                    assertThat(notice.receiver()).isEqualTo(receiver);
                    assertThat(notice.label("severity")).isEqualTo(severity);
                    assertThat(notice.label("job")).isEqualTo("sightglass");
                    assertThat(notice.label("cluster")).isEqualTo("drill");
                    assertThat(notice.label("namespace")).isEqualTo("hall");
                    assertThat(notice.annotation("runbook_url")).endsWith("/" + alert + ".md");
                    assertThat(notice.annotation("description")).contains("sightglass").doesNotContain("<error");
                }));
        }
    }

    private void awaitResolved(String alert) {
        for (var prometheus : drill.prometheis) {
            soon().untilAsserted(() -> assertThat(drill.webhook.last(alert, prometheus)).as(prometheus.name)
                .hasValueSatisfying(notice -> assertThat(notice.isFiring()).isFalse()));
        }
    }

    private HttpResponse<String> get(int port, String path, @Nullable String accept)
        throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(port, path));
        if (accept != null) {
            request.header("Accept", accept);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
