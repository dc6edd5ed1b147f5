package dev.sightglass.deployment.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** values.schema.json, walked by the paths of values. */
record Schema(JsonNode root) {

    static final Path FILE = Chart.FOLDER.resolve("values.schema.json");
    /** Allowed without a default: what a parent chart hands to every child. */
    private static final Set<String> OF_PARENTS = Set.of("enabled");

    private static final List<String> SAMPLES = List.of("changed", "7s", "7MB", "https://changed",
        "jdbc:postgresql://changed/b", "sha256:" + "1".repeat(64));

    static Schema read() {
        try {
            return new Schema(new ObjectMapper().readTree(FILE.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A rule with the path of the value it is for. */
    record Rule(String path, JsonNode schema) {

        boolean isClosed() {
            return schema.path("additionalProperties").isBoolean() && schema.has("properties");
        }
    }

    /** Every property that the schema names, in the chart's own part: not the service's keys and not those of a folder. */
    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        collect("", root, rules);
        return rules;
    }

    private void collect(String path, JsonNode schema, List<Rule> rules) {
        rules.add(new Rule(path, schema));
        schema.path("properties").properties().stream()
            .filter(property -> !(path.isEmpty() && OF_PARENTS.contains(property.getKey())))
            .filter(property -> !(path + property.getKey()).equals("config"))
            .forEach(property -> collect(path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                resolved(property.getValue()), rules));
    }

    /** Whether the schema names the value, or leaves it to an open map of Kubernetes. */
    boolean knows(String path) {
        var at = Optional.of(root);
        for (var key : path.split("\\.")) {
            var next = at.orElseThrow().path("properties").path(key);
            if (next.isMissingNode()) {
                return !at.orElseThrow().has("properties");
            }
            at = Optional.of(resolved(next));
        }
        return true;
    }

    /** The rule for a value; a missing node inside an open map. */
    JsonNode at(String path) {
        var schema = root;
        for (var key : path.split("\\.")) {
            schema = resolved(schema.path("properties").path(key));
        }
        return schema.has("items") && schema.path("items").has("$ref")
            ? ((ObjectNode) schema.deepCopy()).set("items", resolved(schema.path("items"))) : schema;
    }

    /** Texts that the rule for the value lets pass. */
    Stream<String> words(String path) {
        var schema = at(path);
        if (schema.has("enum")) {
            return Manifests.elements(schema.path("enum")).map(JsonNode::asText);
        }
        var choice =
            Manifests.elements(schema.path("anyOf")).map(this::resolved).filter(one -> one.has("enum")).findFirst();
        return choice.isPresent() ? Manifests.elements(choice.get().path("enum")).map(JsonNode::asText)
            : SAMPLES.stream().filter(sample -> sample.matches(schema.path("pattern").asText(".*")));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
