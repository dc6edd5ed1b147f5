package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value does something: changed, it changes what is rendered in at least one shape, or is refused by a guard. */
class DeadValuesTest {

    private static final Schema SCHEMA = Schema.read();
    /** Every feature is on in one of them. */
    private static final List<Base> BASES = Stream.of(
        Chart.ci("guarded").and("podDisruptionBudget: {enabled: false}"),
        Chart.ci("production-postgresql").and("keda: {prometheus: {serverAddress: 'http://p'}}"),
        Chart.ci("keda").and("networkPolicy: {enabled: true, flavor: cilium}"),
        Chart.ci("production").and("{persistence: {existingClaim: ''}, verticalPodAutoscaler: {enabled: true}}"),
        Chart.ci("extensions").and("{nameOverride: '', fullnameOverride: '', namespaceOverride: '', lifecycle: null, "
            + "livenessProbe: {tcpSocket: null}}"),
        Chart.ci("secrets"), Chart.ci("monitoring")).map(chart -> new Base(chart, outcome(chart))).toList();

    private record Base(Chart chart, String rendered) {}

    /** The settings of alerts are shown to arrive, all at once, in RulesTest. */
    static Stream<String> leaves() {
        return ValuesFile.read().leaves().stream().filter(leaf -> !leaf.startsWith("prometheusRule.alerts."));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyValueHasAnEffect(String leaf) {
        var changed = ValuesTest.nested(leaf, another(ValuesFile.read().value(leaf), leaf));

        assertThat(BASES).anySatisfy(
            base -> assertThat(outcome(base.chart.and(changed))).isNotEqualTo(base.rendered));
    }

    /** A valid value that differs. */
    private static String another(JsonNode value, String leaf) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> String.valueOf(!value.asBoolean());
            case NUMBER -> String.valueOf(value.asInt() + 3);
            case NULL -> SCHEMA.at(leaf).path("type").toString().contains("boolean") ? "true" : "7";
            case OBJECT -> "{\"changed\": \"yes\"}";
            case ARRAY -> "[%s]".formatted(anotherItem(SCHEMA.at(leaf).path("items")));
            default -> SCHEMA.words(leaf).filter(word -> !word.equals(value.asText())).findFirst().orElseThrow();
        };
    }

    private static String anotherItem(JsonNode items) {
        if (items.has("enum")) {
            return items.path("enum").path(items.path("enum").size() - 1).asText();
        }
        return items.path("type").toString().contains("object") ? "{\"changed\": \"yes\"}" : "changed";
    }

    /** What is rendered, or why it is not. */
    private static String outcome(Chart chart) {
        try {
            return chart.text();
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
