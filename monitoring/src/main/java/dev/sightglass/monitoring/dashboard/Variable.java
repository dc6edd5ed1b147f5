package dev.sightglass.monitoring.dashboard;

import java.util.List;
import java.util.Map;

/** The choices at the top of every dashboard. */
enum Variable {
    DATASOURCE {
        @Override
        Map<String, Object> json() {
            return Json.object("name", "datasource", "label", "Data source", "type", "datasource", "query",
                "prometheus", "refresh", 1, "hide",
                0, "includeAll", false, "multi", false, "options", List.of(), "regex", "", "current", Map.of());
        }
    },
    CLUSTER {
        @Override
        Map<String, Object> json() {
            return labels("cluster", "Cluster", "sightglass_build_info", ".*");
        }
    },
    NAMESPACE {
        @Override
        Map<String, Object> json() {
            return labels("namespace", "Namespace", "sightglass_build_info{cluster=~\"$cluster\"}", ".*");
        }
    },
    JOB {
        @Override
        Map<String, Object> json() {
            return labels("job", "Job", "sightglass_build_info{cluster=~\"$cluster\",namespace=~\"$namespace\"}", ".+");
        }
    },
    INSTANCE {
        @Override
        Map<String, Object> json() {
            return labels("instance", "Instance",
                "sightglass_build_info{cluster=~\"$cluster\",namespace=~\"$namespace\",job=~\"$job\"}", ".+");
        }
    },
    CONVERTER {
        @Override
        Map<String, Object> json() {
            return labels("converter", "Converter",
                "sightglass_converter_active{cluster=~\"$cluster\",namespace=~\"$namespace\",job=~\"$job\",instance=~\"$instance\"}",
                ".+");
        }
    },
    HISTOGRAMS {
        @Override
        Map<String, Object> json() {
            return Json.object("name", "histograms", "label", "Histograms", "description",
                "How Prometheus keeps histograms: classic buckets, or native ones (scraped as protobuf). Empty latency panels want the other.",
                "type", "custom", "query", "classic : 1, native : 2", "hide", 0, "includeAll", false, "multi", false,
                "current",
                option("classic", "1", true), "options",
                List.of(option("classic", "1", true), option("native", "2", false)));
        }

        private Map<String, Object> option(String text, String value, boolean isSelected) {
            return Json.object("selected", isSelected, "text", text, "value", value);
        }
    };

    abstract Map<String, Object> json();

    /** Values of a label; {@code .*} lets series pass that do not have it. */
    private static Map<String, Object> labels(String name, String label, String series, String all) {
        var query = "label_values(" + series + ", " + name + ")";
        return Json.object("name", name, "label", label, "type", "query", "datasource", Panel.DATASOURCE, "definition",
            query, "query",
            Json.object("query", query, "refId", name), "refresh", 2, "sort", 1, "includeAll", true, "allValue", all,
            "multi", true, "hide", 0,
            "options", List.of(), "regex", "", "current",
            Json.object("selected", true, "text", List.of("All"), "value", List.of("$__all")));
    }
}
