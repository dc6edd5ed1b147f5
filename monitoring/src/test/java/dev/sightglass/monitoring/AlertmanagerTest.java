package dev.sightglass.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of an Alertmanager's configuration: valid, with a way for every alert, and without names that are no alert's. */
class AlertmanagerTest {

    private static final String FILE = Project.ROOT.resolve("grafana/alertmanager.example.yaml").toString();
    private static final List<String> SOMEBODY_ELSES = List.of("SightglassUpstreamDown", "SightglassErrorRatio");

    static List<Alert> alerts() {
        return Catalogue.load().alerts();
    }

    @Test
    void isValid() throws Exception {
        Program.named("amtool").run("check-config", FILE);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertFindsItsReceiver(Alert alert) throws Exception {
        var receiver = Program.named("amtool").run("config", "routes", "test", "--config.file=" + FILE,
            "alertname=" + alert.alert(),
            "severity=" + alert.severity().label(), "job=sightglass");
        assertThat(receiver.strip())
            .isEqualTo(SOMEBODY_ELSES.contains(alert.alert()) ? "wats-owners" : switch (alert.severity()) {
                case CRITICAL -> "pager";
                case WARNING -> "team";
                case INFO -> "nobody";
            });
    }

    @Test
    void alertsOfOthersAreNotTouched() throws Exception {
        assertThat(Program.named("amtool")
            .run("config", "routes", "test", "--config.file=" + FILE, "alertname=Other", "severity=critical").strip())
            .isEqualTo("team");
    }

    @Test
    void everyNameIsAnAlerts() throws Exception {
        var names = alerts().stream().map(Alert::alert).toList();
        var tree = new ObjectMapper(new YAMLFactory()).readTree(Project.read("grafana/alertmanager.example.yaml"));
        assertThat(tree.findValues("source_matchers")).isNotEmpty();
        var mentioned = Pattern.compile("Sightglass(?:\\(([^)]*)\\)|(\\w+))").matcher(tree.toString()).results()
            .flatMap(found -> Arrays.stream((found.group(1) == null ? found.group(2) : found.group(1)).split("\\|")))
            .map(name -> "Sightglass" + name).toList();
        assertThat(mentioned).isNotEmpty().isSubsetOf(names);
    }

    /** An alert that mutes others shares the labels on which it is matched. */
    @Test
    void inhibitionsAreMatchedOnPlace() throws Exception {
        var tree = new ObjectMapper(new YAMLFactory()).readTree(Project.read("grafana/alertmanager.example.yaml"));
        assertThat(tree.path("inhibit_rules")).isNotEmpty().extracting(rule -> rule.path("equal").toString())
            .allMatch(equal -> equal.contains("cluster") && equal.contains("namespace") && equal.contains("job"));
        assertThat(tree.path("inhibit_rules")).extracting(JsonNode::size).containsOnly(3);
    }
}
