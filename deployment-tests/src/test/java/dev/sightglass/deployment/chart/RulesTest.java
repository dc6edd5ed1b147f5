package dev.sightglass.deployment.chart;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart's rules and dashboards are those that users without the chart have, with the chart's settings in them. */
class RulesTest {

    private static final Path GRAFANA = Path.of("../grafana");
    private static final String EVERYBODYS = "job=~\".*sightglass.*\"";
    private static final String OURS = "namespace=\"" + Chart.NAMESPACE + "\",job=\"sightglass\"";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode alert(Manifests manifests, String name) {
        return alerts(manifests).filter(rule -> rule.path("alert").asText().equals(name)).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> alerts(Manifests manifests) {
        return Manifests.elements(manifests.only("PrometheusRule").at("/spec/groups"))
            .flatMap(group -> Manifests.elements(group.path("rules")));
    }

    private static Stream<JsonNode> dashboards(Manifests manifests) {
        return manifests.kind("ConfigMap")
            .filter(map -> map.at("/metadata/labels/grafana_dashboard").asText().equals("1"));
    }

    @Test
    void theRulesAreThoseOfThePlainFileForThisRelease() throws IOException {
        var plain = new YAMLMapper().readTree(GRAFANA.resolve("rules/sightglass.rules.yaml").toFile()).toString()
            .replace(JSON.writeValueAsString(EVERYBODYS).replaceAll("^\"|\"$", ""),
                JSON.writeValueAsString(OURS).replaceAll("^\"|\"$", ""));

        assertThat(Chart.ci("monitoring").render().only("PrometheusRule").path("spec")).isEqualTo(JSON.readTree(plain));
    }

    @Test
    void everySettingOfAnAlertArrives() {
        var manifests = Chart.ci("monitoring")
            .and(
                """
                prometheusRule:
                  by: cluster, job
                  runbooks: https://books/
                  smooth: 7m
                  extraRuleLabels: {team: line}
                  alerts:
                    SightglassDeadLetters: {enabled: false}
                    SightglassQueueAge: {for: 7s, keepFiringFor: 8s, severity: critical, threshold: 3000000.5, labels: {hall: "4"}}
                """)
            .render();
        var alert = alert(manifests, "SightglassQueueAge");

        assertThat(alert.path("for").asText()).isEqualTo("7s");
        assertThat(alert.path("keep_firing_for").asText()).isEqualTo("8s");
        assertThat(alert.path("labels").properties()).extracting(Object::toString)
            .containsExactlyInAnyOrder("hall=\"4\"", "severity=\"critical\"", "team=\"line\"");
        assertThat(alert.path("expr").asText()).startsWith("max by (cluster, job, queue)").contains("[7m]");
        assertThat(alert.at("/annotations/runbook_url").asText()).isEqualTo("https://books/SightglassQueueAge.md");
        assertThat(alerts(manifests)).noneMatch(rule -> rule.path("alert").asText().equals("SightglassDeadLetters"));
    }

    @Test
    void everyAlertTakesEverySetting() {
        var rules =
            alerts(everyAlert("{for: 7s, keepFiringFor: 8s, severity: info, threshold: 123456, labels: {hall: four}}"))
                .filter(rule -> rule.has("alert")).toList();

        assertThat(rules).hasSize(keys().size()).allSatisfy(rule -> {
            assertThat(rule.path("for").asText()).isEqualTo("7s");
            assertThat(rule.path("keep_firing_for").asText()).isEqualTo("8s");
            assertThat(rule.at("/labels/severity").asText()).isEqualTo("info");
            assertThat(rule.at("/labels/hall").asText()).isEqualTo("four");
            assertThat(rule.path("expr").asText()).contains(" 123456");
        });
    }

    @Test
    void everyAlertCanBeLeftOut() {
        assertThat(alerts(everyAlert("{enabled: false}"))).noneMatch(rule -> rule.has("alert"));
    }

    private static Manifests everyAlert(String settings) {
        return Chart.ci("monitoring").and(keys().stream().map(key -> key + ": " + settings)
            .collect(joining(", ", "prometheusRule: {alerts: {", "}}"))).render();
    }

    private static List<String> keys() {
        return ValuesFile.read().value("prometheusRule.alerts").properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void largeThresholdsAreWrittenOut() {
        var alert = alert(Chart.ci("monitoring").render(), "SightglassDiskLow");

        assertThat(alert.path("expr").asText()).contains("< 2000000000\n");
    }

    @Test
    void aMisspeltAlertIsRefusedByName() {
        assertThatThrownBy(
            () -> Chart.ci("monitoring").and("prometheusRule: {alerts: {SightglassQueAge: {enabled: false}}}").render())
            .hasMessageContaining("SightglassQueAge");
    }

    @Test
    void anObjectiveAtWhichNoBurnAlertCouldFireIsRefused() {
        assertThatThrownBy(() -> Chart.ci("monitoring").and("prometheusRule: {sloTarget: 0.9}").render())
            .hasMessageContaining("sloTarget");
    }

    @Test
    void theDashboardsAreThoseThatAreImported() throws IOException {
        var dashboards = dashboards(Chart.ci("monitoring").render()).toList();

        try (var files = Files.list(GRAFANA.resolve("dashboards"))) {
            assertThat(dashboards).hasSize((int) files.count());
        }
        for (var map : dashboards) {
            var entry = map.path("data").properties().iterator().next();
            assertThat(JSON.readTree(entry.getValue().asText()))
                .isEqualTo(JSON.readTree(GRAFANA.resolve("dashboards/" + entry.getKey()).toFile()));
        }
    }

    @Test
    void panelsTurnRedWhereTheChartsAlertsFire() {
        var manifests =
            Chart.ci("monitoring").and("prometheusRule: {alerts: {SightglassQueueAge: {threshold: 61}}}").render();

        assertThat(dashboards(manifests)).filteredOn(map -> map.path("data").toString().contains("\\\"value\\\":61}"))
            .hasSize(3);
    }

    @Test
    void twoVersionsOfTheDashboardsCanStandBesideEachOther() {
        assertThat(dashboards(Chart.ci("monitoring").and("dashboards: {suffix: -next}").render()))
            .allSatisfy(map -> assertThat(map.path("data").toString())
                .containsPattern("\\\\\"uid\\\\\":\\\\\"sightglass-[a-z-]+-next\\\\\""));
    }

    @Test
    void theOperatorOfGrafanaGetsTheSame() {
        var manifests = Chart.ci("monitoring").render();

        assertThat(manifests.kind("GrafanaDashboard").map(object -> object.at("/spec/json").asText()))
            .containsExactlyElementsOf(
                dashboards(manifests).map(map -> map.path("data").iterator().next().asText()).toList());
    }
}
