package dev.sightglass.monitoring.dashboard;

import dev.sightglass.monitoring.rule.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One panel, put together step by step. */
final class Panel {

    static final Map<String, Object> DATASOURCE = Json.object("type", "prometheus", "uid", "${datasource}");

    private final PanelType type;
    private final String title;
    private final List<Target> targets = new ArrayList<>();
    private final List<Map<String, Object>> mappings = new ArrayList<>();
    private Unit unit = Unit.COUNT;
    private String description = "";
    private @Nullable Alert alert;
    private boolean isShare;
    private boolean isStacked;
    private int width = 8;

    private Panel(PanelType type, String title) {
        this.type = type;
        this.title = title;
    }

    static Panel timeseries(String title) {
        return new Panel(PanelType.TIMESERIES, title);
    }

    static Panel stat(String title) {
        return new Panel(PanelType.STAT, title).width(4);
    }

    static Panel heatmap(String title) {
        return new Panel(PanelType.HEATMAP, title);
    }

    static Panel table(String title) {
        return new Panel(PanelType.TABLE, title);
    }

    /** The alerts that fire, as Grafana knows them from Prometheus. */
    static Panel firing(String title) {
        return new Panel(PanelType.ALERTS, title);
    }

    Panel unit(Unit value) {
        unit = value;
        isShare = value == Unit.SHARE;
        return this;
    }

    Panel width(int value) {
        width = value;
        return this;
    }

    /** Lines upon each other: their sum is what counts. */
    Panel stacked() {
        isStacked = true;
        return this;
    }

    Panel query(String expr, String legend) {
        targets.add(type == PanelType.STAT || type == PanelType.TABLE ? Target.of(expr, legend).asInstant()
            : Target.of(expr, legend));
        return this;
    }

    Panel queries(List<Target> more) {
        targets.addAll(more);
        return this;
    }

    /** Words for values, instead of a unit. */
    Panel words(Map<Integer, String> words) {
        var options = new LinkedHashMap<String, Object>();
        new TreeMap<>(words).forEach(
            (value, word) -> options.put(value.toString(), Json.object("text", word, "index", options.size())));
        mappings.add(Json.object("type", "value", "options", options));
        return this;
    }

    /** What it shows, and what to do when it is red. */
    Panel says(String shows, String red) {
        description = shows + "\n\n**When red:** " + red;
        return this;
    }

    /** Turns red where an alert fires, and leads to its runbook. */
    Panel alert(Alert value) {
        alert = value;
        return this;
    }

    int width() {
        return width;
    }

    int height() {
        return type.height();
    }

    Map<String, Object> json(int id, int x, int y, String runbooks) {
        var json = Json.object("id", id, "type", type.id(), "title", title, "description", description, "datasource",
            DATASOURCE, "gridPos",
            Json.object("h", height(), "w", width, "x", x, "y", y));
        if (type != PanelType.ALERTS) {
            json.put("targets", targetsJson());
            json.put("fieldConfig", Json.object("defaults", defaults(), "overrides", List.of()));
        }
        json.put("options", type.options());
        if (alert != null) {
            json.put("links",
                List.of(Json.object("title", "Runbook: " + alert.alert(), "url", runbooks + "/" + alert.alert() + ".md",
                    "targetBlank", true)));
        }
        return json;
    }

    private List<Map<String, Object>> targetsJson() {
        var json = new ArrayList<Map<String, Object>>();
        for (var target : targets) {
            json.add(
                (type == PanelType.TABLE ? new Target(target.expr(), target.legend(), "table", true, false) : target)
                    .json((char) ('A' + json.size())));
        }
        return json;
    }

    private Map<String, Object> defaults() {
        var defaults = Json.object("unit", unit.id(), "noValue", "none", "thresholds",
            Json.object("mode", "absolute", "steps", Threshold.steps(alert)), "mappings", mappings);
        if (isShare) {
            defaults.put("min", 0);
        }
        defaults.put("color", Json.object("mode", type == PanelType.TIMESERIES ? "palette-classic" : "thresholds"));
        if (type == PanelType.TIMESERIES) {
            defaults.put("custom", type.lines(alert != null, isStacked));
        }
        return defaults;
    }
}
