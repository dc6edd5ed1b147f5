package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.ReferencePage;
import dev.sightglass.metrics.testing.MetricsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages name metrics and labels that exist, and queries that Prometheus can read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

    @SuppressWarnings("NullAway.Init") // put together once for all tests
    private BuiltService service;

    @BeforeAll
    void build(@TempDir Path root) throws IOException {
        service = new BuiltService(root);
    }

    @AfterAll
    void end() {
        service.close();
    }

    static Stream<Page> pages() {
        // runbooks and alerts are written, and held against a scrape, by the module monitoring
        return Pages.all().stream()
            .filter(page -> !page.name().matches("CHANGELOG.md|docs/runbooks/.*|docs/reference/alerts.md"));
    }

    private MetricsContract contract() {
        return MetricsContract.of(service.bean(MetricsCollector.class)).labelsFromOutside("cluster", "namespace", "pod")
            // what the Micronaut example declares for itself
            .notMetrics("sightglass_operation_requests_total", "sightglass_quoted_pieces_total")
            // declared when the service starts to watch its configuration, which this one does not
            .notMetrics("sightglass_config_last_reload_successful");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyMetricExists(Page page) {
        assertThat(contract().violationsIn(page.name(), page.text())).isEmpty();
    }

    @Test
    void aMetricThatDoesNotExistWouldBeSeen() {
        assertThat(contract().violationsIn("page", "sightglass_queue_deph{queue=\"upload\"}")).hasSize(1);
    }

    @Test
    void theReferencePageIsMadeOfTheDeclarations() throws IOException {
        GeneratedPage.check("docs/reference/metrics.md", ReferencePage.of(service.metrics()));
    }

    @Test
    void prometheusReadsEveryQuery(@TempDir Path folder) throws IOException {
        var promtool = Program.ofMachine("promtool", "prometheus");
        var rules = new StringBuilder("groups:\n- name: pages\n  rules:\n");
        queries().forEach(query -> rules.append("  - record: a_query\n    expr: |\n")
            .append(query.indent(6)).append("    labels: {at: \"").append(rules.length()).append("\"}\n"));
        var file = Files.writeString(folder.resolve("rules.yml"), rules);

        var checked = Program.run(List.of(promtool.toString(), "check", "rules", file.toString()));

        assertThat(queries()).isNotEmpty();
        assertThat(checked.exitCode()).as(checked.output() + "\n" + rules).isZero();
    }

    /** A block of PromQL holds queries with empty lines between them. */
    private static List<String> queries() {
        return Pages.all().stream().flatMap(page -> page.fences().stream())
            .filter(fence -> fence.language().equals("promql"))
            .flatMap(fence -> Stream.of(fence.text().split("\n\\s*\n"))).filter(query -> !query.isBlank()).toList();
    }
}
