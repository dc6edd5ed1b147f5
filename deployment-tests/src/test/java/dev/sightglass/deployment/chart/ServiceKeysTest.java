package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightglass.deployment.ServiceKeys;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart and the service mean the same keys. */
class ServiceKeysTest {

    private static final String FOLDERS = "folders[*].";
    /** What the chart sets from values of its own; config must not set it a second time. */
    private static final List<String> OWN = List.of("wats.url", "wats.token", "wats.token-file", "station.name",
        "station.location", "station.purpose", "data-dir", "intake.stop-timeout", "upload.drain",
        "lifecycle.stop-timeout", "queue.store",
        "queue.postgresql.url", "queue.postgresql.username", "queue.postgresql.password",
        "queue.postgresql.password-file", "api.port", "metrics.enabled", "metrics.port", "management.base-path",
        "management.tls.certificate", "management.tls.private-key", "management.auth.token-file");

    static Stream<String> shapes() {
        return Chart.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyKeyThatTheChartWritesIsReadByTheService(String shape) {
        assertThat(ServiceKeys.in(Chart.ci(shape).render().configuration())).isNotEmpty().allMatch(ServiceKeys::knows);
    }

    /** With {@code -Dsightglass.write} the schema is written anew. */
    @Test
    void theSchemaKnowsEveryKeyThatIsLeftToTheUser() throws Exception {
        var schema = (ObjectNode) Schema.read().root().deepCopy();
        var definitions = (ObjectNode) schema.path("definitions");
        definitions.set("config", closed(tree(ServiceKeys.all().stream()
            .filter(key -> !key.startsWith("folders[") && !OWN.contains(key)).toList())));
        var folder = (ObjectNode) definitions.path("folder").path("properties");
        var names = ServiceKeys.all().stream().filter(key -> key.startsWith(FOLDERS))
            .map(key -> key.substring(FOLDERS.length()))
            .toList();
        names.stream().filter(name -> !folder.has(name)).forEach(name -> folder.put(name, true));
        folder.retain(Stream.concat(names.stream(), Stream.of("volume", "subPath")).toList());

        if (System.getProperty("sightglass.write") != null) {
            Files.writeString(Schema.FILE,
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
        }
        assertThat(Schema.read().root())
            .as("run mvn test -pl deployment-tests -Dtest=ServiceKeysTest -Dsightglass.write")
            .isEqualTo(schema);
    }

    private static Map<String, Object> tree(List<String> keys) {
        Map<String, Object> tree = new TreeMap<>();
        for (var key : keys) {
            var at = tree;
            for (var part : key.split("\\.")) {
                at = below(at, part);
            }
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> below(Map<String, Object> tree, String key) {
        return (Map<String, Object>) tree.computeIfAbsent(key, _ -> new TreeMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static JsonNode closed(Map<String, Object> tree) {
        var nodes = JsonNodeFactory.instance;
        if (tree.isEmpty()) {
            return nodes.booleanNode(true);
        }
        var schema = nodes.objectNode().put("type", "object");
        if (tree.containsKey("*")) {
            return schema.set("additionalProperties", closed((Map<String, Object>) tree.get("*")));
        }
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        tree.forEach((key, below) -> properties.set(key, closed((Map<String, Object>) below)));
        return schema;
    }
}
