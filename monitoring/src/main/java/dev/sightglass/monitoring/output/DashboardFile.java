package dev.sightglass.monitoring.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.sightglass.monitoring.dashboard.Threshold;
import java.io.IOException;

/** A dashboard as text: for people to import, and small for the chart, whose values set the thresholds. */
final class DashboardFile {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper CHART = new ObjectMapper()
        .registerModule(new SimpleModule().addSerializer(Threshold.class, new ThresholdWord()));
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
        .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private DashboardFile() {}

    static String pretty(Object tree) {
        try {
            return PLAIN.writer(INDENTED).writeValueAsString(tree).replace("\" : ", "\": ") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps and lists can always be written; this is a bug", e);
        }
    }

    static String forChart(Object tree) {
        try {
            return CHART.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps and lists can always be written; this is a bug", e);
        }
    }

    /** A word in quotes, which the chart replaces together with its quotes. */
    private static final class ThresholdWord extends JsonSerializer<Threshold> {
        @Override
        public void serialize(Threshold threshold, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString("${threshold." + threshold.alert().key() + "}");
        }
    }
}
