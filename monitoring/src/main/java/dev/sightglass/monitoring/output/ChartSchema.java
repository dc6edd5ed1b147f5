package dev.sightglass.monitoring.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.monitoring.rule.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The parts of the chart's schema that are about rules and dashboards: parameters and alerts by name, so that a misspelt one is refused. */
final class ChartSchema {

    private static final String PARTS = "/dev/sightglass/monitoring/chart-schema.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChartSchema() {}

    /** An unchanged schema keeps its text. */
    static String renew(String schema, Catalogue catalogue) {
        if (schema.isEmpty()) {
            return schema;
        }
        try {
            var before = MAPPER.readTree(schema);
            var after = before.deepCopy();
            ((ObjectNode) after.path("properties")).setAll(parts(catalogue));
            return after.equals(before) ? schema
                : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(after) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("values.schema.json: " + e.getMessage(), e);
        }
    }

    private static ObjectNode parts(Catalogue catalogue) throws IOException {
        JsonNode parts;
        try (var file = ChartSchema.class.getResourceAsStream(PARTS)) {
            parts = MAPPER.readTree(file);
        }
        var alerts = (ObjectNode) parts.at("/prometheusRule/properties/alerts/properties");
        catalogue.alerts().forEach(
            alert -> alerts.putObject(alert.key()).put("$ref", "#/properties/prometheusRule/definitions/alert"));
        // the objective can only be one of the bounds between which the time of delivery is counted
        var bounds = (ArrayNode) parts.at("/prometheusRule/properties/sloSeconds/enum");
        DeliveryMetrics.DELIVERY.bounds().forEach(bound -> {
            if (bound == Math.rint(bound)) {
                bounds.add(bound.intValue());
            } else {
                bounds.add(bound);
            }
        });
        return (ObjectNode) parts;
    }
}
