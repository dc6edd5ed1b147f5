package dev.sightglass.monitoring.dashboard;

import java.util.List;
import java.util.Map;

/** The panel types that we use; none of them is on Grafana's list of those that go away. */
enum PanelType {
    TIMESERIES("timeseries", 8), STAT("stat", 4), HEATMAP("heatmap", 8), TABLE("table", 8), ALERTS("alertlist", 8);

    private final String id;
    private final int height;

    PanelType(String id, int height) {
        this.id = id;
        this.height = height;
    }

    String id() {
        return id;
    }

    int height() {
        return height;
    }

    Map<String, Object> options() {
        return switch (this) {
            case TIMESERIES ->
                Json.object("legend",
                    Json.object("displayMode", "list", "placement", "bottom", "showLegend", true, "calcs", List.of()),
                    "tooltip", Json.object("mode", "multi", "sort", "desc"));
            case STAT -> Json.object("colorMode", "background", "graphMode", "none", "textMode", "auto", "justifyMode",
                "auto", "orientation",
                "auto", "reduceOptions", Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false));
            case HEATMAP -> Json.object("calculate", false, "cellGap", 1, "color",
                Json.object("mode", "scheme", "scheme", "Oranges", "fill", "dark-orange", "exponent", 0.5, "steps", 64,
                    "reverse", false),
                "yAxis",
                Json.object("unit", Unit.SECONDS.id()), "legend",
                Json.object("show", true), "tooltip", Json.object("mode", "single", "showColorScale", true));
            case TABLE -> Json.object("showHeader", true, "cellHeight", "sm");
            case ALERTS -> Json.object("alertName", "Sightglass", "viewMode", "list", "groupMode", "default",
                "sortOrder", 3, "maxItems", 20,
                "dashboardAlerts", false, "stateFilter",
                Json.object("firing", true, "pending", true, "noData", false, "normal", false, "error", true));
        };
    }

    /** How a timeseries panel draws: with its threshold as a dashed line where it has one. */
    Map<String, Object> lines(boolean hasThreshold, boolean isStacked) {
        return Json.object("drawStyle", "line", "lineWidth", 1, "fillOpacity", isStacked ? 40 : 8, "showPoints",
            "never", "spanNulls", false,
            "stacking", Json.object("mode", isStacked ? "normal" : "none", "group", "A"), "thresholdsStyle",
            Json.object("mode", hasThreshold ? "dashed" : "off"));
    }
}
