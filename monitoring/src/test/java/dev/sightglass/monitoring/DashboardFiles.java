package dev.sightglass.monitoring;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The dashboards as they are imported. */
public final class DashboardFiles {

    static final Path FOLDER = Project.ROOT.resolve("grafana/dashboards");
    /** Values of Grafana's variables; windows as long as a test's history. */
    private static final Map<String, String> VARIABLES =
        Map.of("__rate_interval", "15s", "__range", "1m", "cluster", ".*", "namespace", ".*",
            "job", ".+", "instance", ".+", "converter", ".+");

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    private DashboardFiles() {}

    public static List<JsonNode> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(DashboardFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Panels of a dashboard, rows not among them. */
    public static List<JsonNode> panels(JsonNode dashboard) {
        return elements(dashboard.path("panels")).filter(panel -> !panel.path("type").asText().equals("row")).toList();
    }

    public static List<String> queries(JsonNode panel) {
        return elements(panel.path("targets")).map(target -> target.path("expr").asText()).toList();
    }

    /** What is drawn over every panel, by name. */
    public static Map<String, String> annotations(JsonNode dashboard) {
        return elements(dashboard.at("/annotations/list"))
            .collect(toMap(one -> one.path("name").asText(), one -> one.path("expr").asText()));
    }

    /** What fills the choices at the top, by the choice's name: as queries, because only Grafana knows {@code label_values}. */
    public static Map<String, String> choices(JsonNode dashboard) {
        return elements(dashboard.at("/templating/list")).filter(one -> one.path("type").asText().equals("query"))
            .collect(toMap(one -> one.path("name").asText(),
                one -> LABEL_VALUES.matcher(one.path("definition").asText()).replaceFirst("count by ($2) ($1)")));
    }

    /** A query as Grafana would send it, with the switch of histograms set. */
    public static String sent(String query, int histograms) {
        return PromQl.filled(PromQl.filled(query, VARIABLES), Map.of("histograms", String.valueOf(histograms)));
    }
}
