package dev.sightglass.monitoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.monitoring.output.RuleFile;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.RuleGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each alert fires when it should, is silent just below, resolves, and does not mix two clusters: by promtool, on series of a real scrape. */
class AlertsTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final RecordedScrape SCRAPE = RecordedScrape.load();
    private static final Map<String, String> OURS =
        Map.of("cluster", "a", "namespace", "sightglass", "job", "sightglass", "instance", "10.0.0.1:9090");

    /** Days of rules at each minute would take minutes. */
    private static final int LONG = 1000;

    @TempDir
    private Path folder;

    @Test
    void everyAlertHasAScenarioInWhichItFires() {
        assertThat(
            Scenario.load().stream().filter(scenario -> !scenario.silent()).map(Scenario::alert).collect(toSet()))
            .isEqualTo(CATALOGUE.alerts().stream().map(Alert::key).collect(toSet()));
    }

    @Test
    void rulesPassEveryLint() throws Exception {
        var file = Files.writeString(folder.resolve("rules.yaml"), RuleFile.plain(CATALOGUE));
        Program.named("promtool").run("check", "rules", "--lint=all", "--lint-fatal", file.toString());
    }

    @Test
    void everyAlertFiresWhenItShouldAndOnlyThen() throws Exception {
        var promtool = Program.named("promtool");
        var files = new ArrayList<String>(List.of("test", "rules"));
        for (var scenario : Scenario.load()) {
            files.add(write(scenario, files.size()).toString());
        }
        promtool.run(files);
    }

    private Path write(Scenario scenario, int number) throws IOException {
        var needed = only(scenario.alert());
        var rules = Files.writeString(folder.resolve("rules-" + number + ".yaml"), RuleFile.plain(needed));
        var tests = new ArrayList<Object>();
        tests.add(test(scenario + " (bad)", input(scenario, true),
            List.of(expect(scenario, scenario.minutes(), !scenario.silent()),
                expect(scenario, scenario.minutes() + scenario.resolveMinutes(), false))));
        tests.add(test(scenario + " (just below)", input(scenario, false),
            List.of(expect(scenario, scenario.minutes(), false))));
        // Without an order promtool evaluates groups as they come out of a map: an alert before what it is made of sees nothing.
        var tree = Map.of("rule_files", List.of(rules.toString()), "evaluation_interval",
            scenario.minutes() > LONG ? "10m" : "1m", "group_eval_order",
            needed.groups().stream().map(RuleGroup::name).toList(), "tests", tests);
        // JSON is YAML
        return Files.writeString(folder.resolve("test-" + number + ".yaml"),
            new ObjectMapper().writeValueAsString(tree));
    }

    /** One alert and the recording rules that it needs, at the test's own interval: alerts that share a name are judged one by one. */
    private static Catalogue only(String key) {
        var needed = needed(CATALOGUE.alert(key).expression());
        return new Catalogue(CATALOGUE.parameters(),
            CATALOGUE.groups().stream().map(group -> new RuleGroup(group.name(), null,
                group.recordings().stream().filter(recording -> needed.contains(recording.record())).toList(),
                group.alerts().stream().filter(alert -> alert.key().equals(key)).toList()))
                .filter(group -> !group.alerts().isEmpty() || !group.recordings().isEmpty()).toList());
    }

    private static Set<String> needed(String expression) {
        var needed = new HashSet<String>();
        for (var recording : CATALOGUE.recordings()) {
            if (expression.contains(recording.record())) {
                needed.add(recording.record());
                needed.addAll(needed(recording.expr()));
            }
        }
        return needed;
    }

    private static Map<String, Object> test(String name, List<Object> input, List<Object> expected) {
        var test = new LinkedHashMap<String, Object>();
        test.put("name", name);
        test.put("interval", "1m");
        test.put("input_series", input);
        test.put("alert_rule_test", expected);
        return test;
    }

    private static List<Object> input(Scenario scenario, boolean isBad) {
        var input = new ArrayList<Object>();
        for (var course : scenario.series()) {
            var series = SCRAPE.find(RecordedScrape.sample(course.of()));
            input.add(Map.of("series", in("a", series), "values",
                Scenario.Course.values(isBad ? course.bad() : course.below(),
                    scenario.minutes(), course.good(), scenario.resolveMinutes())));
            if (!scenario.alone()) {
                input.add(Map.of("series", in("b", series), "values",
                    Scenario.Course.values(course.good(), scenario.minutes(),
                        course.good(), scenario.resolveMinutes())));
            }
        }
        return input;
    }

    private static String in(String cluster, RecordedScrape.Sample series) {
        var labels = new HashMap<>(series.labels());
        labels.putAll(OURS);
        labels.put("cluster", cluster);
        return new RecordedScrape.Sample(series.name(), labels).text();
    }

    private static Map<String, Object> expect(Scenario scenario, int minutes, boolean isFiring) {
        var alert = CATALOGUE.alert(scenario.alert());
        return Map.of("eval_time", minutes + "m", "alertname", alert.alert(), "exp_alerts",
            isFiring ? List.of(Map.of("exp_labels", labels(scenario, alert), "exp_annotations",
                Map.of("summary", alert.summary(), "description", String.valueOf(scenario.description()), "runbook_url",
                    CATALOGUE.runbook(alert))))
                : List.of());
    }

    private static Map<String, String> labels(Scenario scenario, Alert alert) {
        var labels = new HashMap<String, String>(scenario.alone() ? Map.of() : OURS);
        if (Boolean.FALSE.equals(scenario.instance())) {
            labels.remove("instance");
        }
        labels.put("severity", alert.severity().label());
        labels.putAll(alert.labels());
        if (scenario.labels() != null) {
            labels.putAll(scenario.labels());
        }
        return labels;
    }
}
