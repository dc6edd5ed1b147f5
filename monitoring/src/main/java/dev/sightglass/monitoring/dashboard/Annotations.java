package dev.sightglass.monitoring.dashboard;

import java.util.List;
import java.util.Map;

/** What is drawn over every panel: restarts, deploys, and alerts that fire. */
final class Annotations {

    static final List<Map<String, Object>> ALL = List.of(
        annotation("Restarts", "orange", "changes(" + Series.of("process_start_time_seconds") + "[2m]) > 0",
            "{{instance}} started"),
        annotation("Deploys", "blue", "count by (job, version, revision) (" + Series.of("sightglass_build_info")
            + ") unless count by (job, version, revision) (" + Series.of("sightglass_build_info") + " offset 2m)",
            "{{job}} runs {{version}} ({{revision}})"),
        // Not every alert names an instance, so this is the one query that does not ask for it.
        annotation("Alerts", "red",
            "max by (alertname, severity, job) (ALERTS{alertstate=\"firing\",alertname=~\"Sightglass.*\",job=~\"$job\"})",
            "{{alertname}} ({{severity}})"));

    private Annotations() {}

    private static Map<String, Object> annotation(String name, String colour, String expr, String title) {
        return Json.object("name", name, "datasource", Panel.DATASOURCE, "enable", true, "hide", false, "iconColor",
            colour, "expr", expr,
            "titleFormat", title, "step", "30s");
    }
}
