package dev.sightglass.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.RuleGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue keeps the conventions that tools around Prometheus rely on. */
class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final int LONGEST_NAME = 40;
    private static final int MOST_RULES = 24;
    private static final Map<String, String> SHORT_WINDOWS = Map.of("1h", "5m", "6h", "30m", "1d", "2h", "3d", "6h");

    static List<Alert> alerts() {
        return CATALOGUE.alerts();
    }

    static List<RuleGroup> groups() {
        return CATALOGUE.groups();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void namesAndTextsAreWellFormed(Alert alert) {
        assertThat(alert.alert()).matches("Sightglass([A-Z][a-z]+)+").hasSizeLessThanOrEqualTo(LONGEST_NAME);
        assertThat(alert.summary()).matches("[A-Z][^{]*\\.");
        assertThat(alert.description()).containsPattern("\\{\\{ .*\\$(labels|value).* }}").endsWith(".");
        assertThat(alert.labels().values()).noneMatch(value -> value.contains("$value"));
        assertThat(CATALOGUE.runbook(alert)).startsWith("https://").endsWith("/" + alert.alert() + ".md");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void holdsForTwoEvaluationsAtLeast(Alert alert) {
        assertThat(duration(alert.hold())).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void groupsAreSmall(RuleGroup group) {
        assertThat(group.name()).matches("sightglass-[a-z]+(\\.rules)?").hasSizeLessThanOrEqualTo(LONGEST_NAME);
        assertThat(group.alerts().size() + group.recordings().size()).isLessThanOrEqualTo(MOST_RULES);
    }

    @Test
    void recordingsAreNamedLevelMetricOperations() {
        assertThat(CATALOGUE.recordings())
            .allSatisfy(recording -> assertThat(recording.record()).matches("[a-z_]+:[a-z_]+:[a-z_0-9]+"));
    }

    @Test
    void keysAreUnique() {
        assertThat(alerts()).extracting(Alert::key).doesNotHaveDuplicates();
    }

    @Test
    void theObjectiveIsABucket() {
        var inTime = Double.valueOf(CATALOGUE.words().fill("${sloSeconds}"));
        assertThat(DeliveryMetrics.DELIVERY.bounds()).contains(inTime);
    }

    @Test
    void everyBurnAlertCanFire() {
        double budget = 1 - Double.parseDouble(CATALOGUE.words().fill("${sloTarget}"));
        assertThat(burns()).hasSize(SHORT_WINDOWS.size())
            .allSatisfy(alert -> assertThat(alert.threshold().doubleValue() * budget).isLessThan(1));
    }

    @Test
    void burnAlertsLookAtALongAndAShortWindowAndAtTraffic() {
        assertThat(burns()).allSatisfy(alert -> {
            var window = String.valueOf(alert.labels().get("window"));
            assertThat(alert.measure()).contains("rate" + window);
            assertThat(alert.guards().getFirst()).contains("rate" + SHORT_WINDOWS.get(window) + "{");
            assertThat(alert.guards().getLast()).contains("rate" + window + "{",
                " * " + duration(window).toSeconds() + " >=");
        });
    }

    private static List<Alert> burns() {
        return alerts().stream().filter(alert -> alert.alert().equals("SightglassDeliveryBudgetBurn")).toList();
    }

    private static Duration duration(String text) {
        return Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
    }
}
