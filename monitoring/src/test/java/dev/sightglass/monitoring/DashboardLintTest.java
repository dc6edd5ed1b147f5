package dev.sightglass.monitoring;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.monitoring.PromQl.Selector;
import dev.sightglass.monitoring.dashboard.Unit;
import dev.sightglass.monitoring.rule.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of grafana/dashboard-linter without an exclusion, and without its holes: they hold for every type of panel, for selectors with
 * matchers, and for empty lists. Named as there.
 */
class DashboardLintTest {

    private static final Set<String> PANEL_TYPES = Set.of("timeseries", "stat", "heatmap", "table", "alertlist");
    private static final int WIDTH = 24;
    private static final int LONGEST_UID = 40;
    private static final int LARGEST = 200_000;

    static List<JsonNode> dashboards() {
        return DashboardFiles.all();
    }

    private static Map<String, JsonNode> variables(JsonNode dashboard) {
        return DashboardFiles.elements(dashboard.at("/templating/list"))
            .collect(toMap(one -> one.path("name").asText(), one -> one));
    }

    private static JsonNode variable(JsonNode dashboard, String name) {
        return DashboardFiles.elements(dashboard.at("/templating/list"))
            .filter(one -> one.path("name").asText().equals(name)).findFirst()
            .orElseThrow();
    }

    private static List<Selector> selectors(JsonNode dashboard) {
        return DashboardFiles.panels(dashboard).stream().flatMap(panel -> DashboardFiles.queries(panel).stream())
            .flatMap(query -> PromQl.selectors(query).stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void templateDatasourceRule(JsonNode dashboard) {
        var variable = variable(dashboard, "datasource");
        assertThat(variable.path("type").asText()).isEqualTo("datasource");
        assertThat(variable.path("query").asText()).isEqualTo("prometheus");
        assertThat(variable.path("label").asText()).isEqualTo("Data source");
        assertThat(dashboard.has("__inputs")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void templateJobRuleAndTemplateInstanceRule(JsonNode dashboard) {
        Map.of("job", "Job", "instance", "Instance").forEach((name, label) -> {
            var variable = variable(dashboard, name);
            assertThat(variable.path("type").asText()).isEqualTo("query");
            assertThat(variable.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(variable.path("label").asText()).isEqualTo(label);
            assertThat(variable.path("multi").asBoolean()).isTrue();
            assertThat(variable.path("includeAll").asBoolean()).isTrue();
            assertThat(variable.path("allValue").asText()).isEqualTo(".+");
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void templateLabelPromqlRule(JsonNode dashboard) {
        var names = RecordedScrape.load().names();
        assertThat(variables(dashboard).values()).filteredOn(one -> one.path("type").asText().equals("query"))
            .allSatisfy(one -> {
                var query = one.at("/query/query").asText();
                assertThat(query).matches("label_values\\(sightglass_\\w+(\\{.*})?, \\w+\\)");
                assertThat(names).contains(query.replaceAll("label_values\\((\\w+).*", "$1"));
            });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void templateOnTimeChangeReloadRule(JsonNode dashboard) {
        assertThat(variables(dashboard).values()).filteredOn(one -> one.path("type").asText().equals("query"))
            .allSatisfy(one -> assertThat(one.path("refresh").asInt()).isEqualTo(2));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelDatasourceRule(JsonNode dashboard) {
        assertThat(DashboardFiles.panels(dashboard)).allSatisfy(panel -> {
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(
                DashboardFiles.elements(panel.path("targets")).map(target -> target.at("/datasource/uid").asText()))
                .allMatch("${datasource}"::equals);
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelTitleDescriptionRule(JsonNode dashboard) {
        assertThat(DashboardFiles.panels(dashboard)).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).containsPattern("\\S\\n\\n\\*\\*When red:\\*\\* \\S");
        }).extracting(panel -> panel.path("title").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelUnitsRule(JsonNode dashboard) {
        var units = Arrays.stream(Unit.values()).map(Unit::id).toList();
        assertThat(DashboardFiles.panels(dashboard))
            .filteredOn(panel -> !panel.path("type").asText().equals("alertlist"))
            .allSatisfy(panel -> assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isIn(units));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelNoTargetsRule(JsonNode dashboard) {
        assertThat(DashboardFiles.panels(dashboard))
            .filteredOn(panel -> !panel.path("type").asText().equals("alertlist"))
            .allSatisfy(panel -> assertThat(DashboardFiles.queries(panel)).isNotEmpty().noneMatch(String::isBlank));
    }

    /** There is no Loki: target-logql-rule and target-logql-auto-rule hold of themselves, as this shows. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void targetLogqlRules(JsonNode dashboard) {
        assertThat(dashboard.findValuesAsText("type")).doesNotContain("loki");
    }

    /** By promtool itself, as rules of a file. */
    @Test
    void targetPromqlRule(@TempDir Path folder) throws Exception {
        var rules = new StringBuilder("groups: [{name: all, rules: [\n");
        for (var dashboard : dashboards()) {
            for (var panel : DashboardFiles.panels(dashboard)) {
                for (var query : DashboardFiles.queries(panel)) {
                    rules.append("{record: 'a:b:c").append(rules.length()).append("', expr: '")
                        .append(DashboardFiles.sent(query, 1).replace("'", "''")).append("'},\n");
                }
            }
        }
        var file = Files.writeString(folder.resolve("queries.yaml"), rules.append("]}]"));
        Program.named("promtool").run("check", "rules", file.toString());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void targetRateIntervalRule(JsonNode dashboard) {
        var windows = DashboardFiles.panels(dashboard).stream().flatMap(panel -> DashboardFiles.queries(panel).stream())
            .flatMap(query -> Pattern.compile("i?rate\\(\\w+\\{[^}]*}\\[([^]]*)]").matcher(query).results()
                .map(found -> found.group(1)));
        assertThat(windows).allMatch("$__rate_interval"::equals);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void targetJobRuleAndTargetInstanceRule(JsonNode dashboard) {
        assertThat(selectors(dashboard)).isNotEmpty().allSatisfy(selector -> {
            for (var variable : List.of("cluster", "namespace", "job", "instance")) {
                assertThat(selector.has(variable, "=~", "$" + variable)).as(selector + " matches " + variable).isTrue();
            }
        });
        assertThat(DashboardFiles.panels(dashboard).stream().flatMap(panel -> DashboardFiles.queries(panel).stream())
            .flatMap(query -> PromQl.bareNames(query).stream())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void targetCounterAggRule(JsonNode dashboard) {
        assertThat(selectors(dashboard)).filteredOn(selector -> selector.name().matches(".*_(total|bucket|sum|count)"))
            .allSatisfy(selector -> assertThat(selector.range()).as(selector.name()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void uneditableDashboard(JsonNode dashboard) {
        assertThat(dashboard.path("editable").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void theModelIsTheClassicOneAndComplete(JsonNode dashboard) throws Exception {
        assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
        assertThat(dashboard.path("id").isNull()).isTrue();
        assertThat(dashboard.path("graphTooltip").asInt()).isEqualTo(1);
        assertThat(dashboard.path("uid").asText()).matches("sightglass-[a-z-]+").hasSizeLessThanOrEqualTo(LONGEST_UID);
        assertThat(dashboard.at("/links/0/includeVars").asBoolean()).isTrue();
        assertThat(dashboard.at("/links/0/keepTime").asBoolean()).isTrue();
        assertThat(dashboard.at("/annotations/list").findValuesAsText("name")).containsExactly("Restarts", "Deploys",
            "Alerts");
        assertThat(variables(dashboard)).containsOnlyKeys("datasource", "cluster", "namespace", "job", "instance",
            "converter", "histograms");
        assertThat(DashboardFiles.panels(dashboard)).extracting(panel -> panel.path("type").asText())
            .isSubsetOf(PANEL_TYPES);
        assertThat(Files.size(DashboardFiles.FOLDER.resolve(dashboard.path("uid").asText() + ".json")))
            .isLessThan(LARGEST);
    }

    @Test
    void uidsAndTitlesAreUnique() {
        assertThat(dashboards()).extracting(dashboard -> dashboard.path("uid").asText()).doesNotHaveDuplicates();
        assertThat(dashboards()).extracting(dashboard -> dashboard.path("title").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsDoNotOverlap(JsonNode dashboard) {
        var taken = new HashSet<String>();
        for (var panel : dashboard.path("panels")) {
            var place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(WIDTH);
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(taken.add((place.path("x").asInt() + x) + "/" + (place.path("y").asInt() + y)))
                        .as(panel.path("title").asText())
                        .isTrue();
                }
            }
        }
    }

    /** A panel that leads to a runbook is red where that alert fires. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void thresholdsAreThoseOfTheAlerts(JsonNode dashboard) {
        var catalogue = Catalogue.load();
        for (var panel : DashboardFiles.panels(dashboard)) {
            var steps = new ArrayList<Double>();
            panel.at("/fieldConfig/defaults/thresholds/steps").forEach(step -> {
                if (!step.path("value").isNull()) {
                    steps.add(step.path("value").asDouble());
                }
            });
            var runbook = panel.at("/links/0/title").asText().replace("Runbook: ", "");
            if (runbook.isEmpty()) {
                assertThat(steps).as(panel.path("title").asText()).isEmpty();
            } else {
                assertThat(catalogue.alerts().stream().filter(alert -> alert.alert().equals(runbook))
                    .map(alert -> alert.threshold().doubleValue()))
                    .containsAll(steps);
            }
        }
    }

    @Test
    void everyAlertIsShownOnTheDashboardThatItNames() {
        for (var alert : Catalogue.load().alerts()) {
            assertThat(dashboards()).as(alert.key()).anySatisfy(dashboard -> assertThat(dashboard.path("uid").asText())
                .isEqualTo("sightglass-" + alert.dashboard()));
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyLatencyHasBothShapesAndExemplars(JsonNode dashboard) {
        for (var panel : DashboardFiles.panels(dashboard)) {
            var queries = DashboardFiles.queries(panel);
            long classic = queries.stream().filter(query -> query.contains("(vector($histograms) == 1)")).count();
            assertThat(queries).as(panel.path("title").asText())
                .filteredOn(query -> query.contains("(vector($histograms) == 2)"))
                .hasSize((int) queries.stream().filter(query -> query.contains("(vector($histograms) == 1)")).count());
            if (classic > 0 && panel.path("type").asText().equals("timeseries")) {
                assertThat(panel.findValues("exemplar")).anyMatch(JsonNode::asBoolean);
            }
        }
    }
}
