package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** values.yaml, its schema and its descriptions say the same, and each rule of the schema bites. */
class ValuesTest {

    private static final ValuesFile VALUES = ValuesFile.read();
    private static final Schema SCHEMA = Schema.read();

    @Test
    void everyValueIsDescribed() {
        assertThat(VALUES.leaves()).allSatisfy(
            leaf -> assertThat(VALUES.entries()).anySatisfy(entry -> assertThat(entry.covers(leaf)).isTrue()));
    }

    @Test
    void everyValueIsInTheSchema() {
        assertThat(VALUES.leaves()).allSatisfy(leaf -> assertThat(SCHEMA.knows(leaf)).as(leaf).isTrue());
    }

    @Test
    void everyKeyOfTheSchemaHasADefault() {
        assertThat(SCHEMA.rules()).filteredOn(rule -> !rule.path().isEmpty() && !rule.path().equals("prometheusRule")
            && !rule.path().equals("dashboards")).allSatisfy(
                rule -> assertThat(VALUES.value(rule.path()).isMissingNode()).as(rule.path()).isFalse());
    }

    static Stream<String> closedMaps() {
        return SCHEMA.rules().stream().filter(Schema.Rule::isClosed).map(Schema.Rule::path);
    }

    @ParameterizedTest
    @MethodSource("closedMaps")
    void aTypingErrorIsRefused(String map) {
        var values = nested(map.isEmpty() ? "mistyped" : map + ".mistyped", "1");

        assertThatThrownBy(Chart.ci("sqlite").and(values)::render)
            .hasMessageContaining("additional properties 'mistyped' not allowed");
    }

    /** Values that break a rule, by the schema's own account. */
    static Stream<Map.Entry<String, String>> wrongValues() {
        return SCHEMA.rules().stream().flatMap(rule -> wrong(rule).map(value -> Map.entry(rule.path(), value)));
    }

    private static Stream<String> wrong(Schema.Rule rule) {
        var schema = rule.schema();
        var type = schema.path("type").isArray() ? schema.path("type").path(0).asText() : schema.path("type").asText();
        var ofAnotherType = switch (type) {
            case "string" -> "[]";
            case "boolean", "integer", "number" -> "word";
            case "object", "array" -> "3";
            default -> "[[]]";
        };
        return Stream.of(Optional.of(ofAnotherType).filter(value -> !rule.path().isEmpty()),
            Optional.of("no-such-word").filter(value -> schema.has("enum")),
            Optional.of("'*'").filter(value -> schema.has("pattern")),
            Optional.of("''").filter(value -> schema.path("minLength").asInt() > 0),
            Optional.of("[]").filter(value -> schema.path("minItems").asInt() > 0),
            Optional.of("" + (schema.path("minimum").asInt() - 1)).filter(value -> schema.has("minimum")),
            Optional.of("" + (schema.path("maximum").asInt() + 1)).filter(value -> schema.has("maximum")))
            .flatMap(Optional::stream);
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsRefusedWithItsPath(Map.Entry<String, String> wrong) {
        var values = nested(wrong.getKey(), wrong.getValue());

        assertThatThrownBy(Chart.ci("sqlite").and(values)::render)
            .hasMessageContaining("at '/" + wrong.getKey().replace('.', '/'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            folders: [{converter: wsjf}]                      | missing property 'name'
                                            folders: [{name: a}]                              | missing property 'converter'
                                            folders: [{name: A_b, converter: c, path: /d}]    | does not match pattern
                                            folders: [{name: a, converter: b, path: drop}]    | does not match pattern
                                            folders: [{name: a, converter: b, patern: '*'}]   | additional properties 'patern' not allowed
                                            folders: [{name: a, converter: b, volume: {}}]    | minProperties
                                            config: {uplaod: {concurrency: 3}}                | additional properties 'uplaod' not allowed
                                            config: {upload: {concurency: 3}}                 | additional properties 'concurency' not allowed
                                            config: {wats: {url: 'http://a'}}                 | additional properties 'wats' not allowed
                                            ingress: {hosts: [{paths: []}]}                   | missing property 'host'
                                            networkPolicy: {metrics: {from: [prometheus]}}    | got string, want object
                                            commonLabels: {team: 7}                           | got number, want string
                                            """)
    void whatIsInListsAndMapsIsCheckedToo(String values, String message) {
        assertThatThrownBy(Chart.ci("sqlite").and(values)::render).hasMessageContaining(message);
    }

    @Test
    void aParentChartMayHandDownWhatItHandsToAll() {
        assertThat(Chart.ci("sqlite").and("enabled: true\nglobal: {storageClass: fast, other: {a: b}}").render().all())
            .isNotEmpty();
    }

    /** a.b.c and 1 become {@code {"a": {"b": {"c": 1}}}}. */
    static String nested(String path, String value) {
        var keys = path.split("\\.");
        return "{\"" + String.join("\": {\"", keys) + "\": " + value + "}".repeat(keys.length);
    }
}
