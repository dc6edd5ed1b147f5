package dev.sightglass.monitoring.dashboard;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One query of a panel.
 *
 * @param expr PromQL with Grafana's variables
 * @param legend the legend's format
 * @param format {@code time_series}, {@code heatmap} or {@code table}
 * @param instant whether only the last value counts
 * @param exemplar whether exemplars are asked for
 */
record Target(String expr, String legend, String format, boolean instant, boolean exemplar) {

    static Target of(String expr, String legend) {
        return new Target(expr, legend, "time_series", false, false);
    }

    Target asInstant() {
        return new Target(expr, legend, format, true, exemplar);
    }

    Target mapped(UnaryOperator<String> change) {
        return new Target(change.apply(expr), legend, format, instant, exemplar);
    }

    Map<String, Object> json(char refId) {
        return Json.object("datasource", Panel.DATASOURCE, "editorMode", "code", "exemplar", exemplar, "expr", expr,
            "format", format,
            "instant", instant, "legendFormat", legend, "range", !instant, "refId", String.valueOf(refId));
    }
}
