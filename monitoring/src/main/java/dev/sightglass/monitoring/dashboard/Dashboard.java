package dev.sightglass.monitoring.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dashboard.
 *
 * @param uid its name in addresses; never changes
 * @param title its title
 * @param description one sentence on what it is for
 * @param rows its rows
 */
public record Dashboard(String uid, String title, String description, List<Row> rows) {

    private static final String TAG = "sightglass";
    private static final int SCHEMA = 39;
    private static final int FULL_WIDTH = 24;

    /** The classic JSON model. */
    public Map<String, Object> json(String runbooks) {
        return Json.object("id", Json.NULL, "uid", uid, "title", "Sightglass / " + title, "description", description,
            "tags",
            List.of(TAG),
            "editable", false, "graphTooltip", 1, "timezone", "browser", "refresh", "30s", "schemaVersion", SCHEMA,
            "version", 1, "time",
            Json.object("from", "now-1h", "to", "now"), "timepicker", Map.of(), "weekStart", "", "fiscalYearStartMonth",
            0, "liveNow", false,
            "links", List.of(link()), "templating",
            Json.object("list", List.of(Variable.values()).stream().map(Variable::json).toList()), "annotations",
            Json.object("list", Annotations.ALL), "panels", panels(runbooks));
    }

    private static Map<String, Object> link() {
        return Json.object("title", "Sightglass", "type", "dashboards", "tags", List.of(TAG), "asDropdown", true,
            "includeVars", true,
            "keepTime", true, "targetBlank", false, "icon", "external link", "tooltip",
            "The other dashboards, with the same choices", "url",
            "");
    }

    private List<Map<String, Object>> panels(String runbooks) {
        var json = new ArrayList<Map<String, Object>>();
        int y = 0;
        for (var row : rows) {
            json.add(Json.object("id", json.size() + 1, "type", "row", "title", row.title(), "collapsed", false,
                "panels", List.of(),
                "gridPos", Json.object("h", 1, "w", FULL_WIDTH, "x", 0, "y", y)));
            y = place(row, y + 1, runbooks, json);
        }
        return json;
    }

    /** From left to right, and on to the next line where one is full. Returns where the next row begins. */
    private static int place(Row row, int top, String runbooks, List<Map<String, Object>> json) {
        int x = 0;
        int y = top;
        int lineHeight = 0;
        for (var panel : row.panels()) {
            if (x + panel.width() > FULL_WIDTH) {
                x = 0;
                y += lineHeight;
                lineHeight = 0;
            }
            json.add(panel.json(json.size() + 1, x, y, runbooks));
            x += panel.width();
            lineHeight = Math.max(lineHeight, panel.height());
        }
        return y + lineHeight;
    }

    /**
     * Panels under a heading.
     *
     * @param title the heading
     * @param panels from left to right
     */
    record Row(String title, List<Panel> panels) {

        static Row of(String title, Panel... panels) {
            return new Row(title, List.of(panels));
        }
    }
}
