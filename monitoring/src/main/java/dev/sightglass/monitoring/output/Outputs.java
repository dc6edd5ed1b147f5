package dev.sightglass.monitoring.output;

import dev.sightglass.monitoring.dashboard.Dashboards;
import dev.sightglass.monitoring.rule.Catalogue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every file that is written from the catalogue. A file that people write too, such as the chart's values, gives its text and gets back the
 * text with its written part renewed.
 */
public final class Outputs {

    private static final String CHART = "helm/sightglass/";
    private static final String RUNBOOKS = "${runbooks}";

    private Outputs() {}

    /** Path below the project's root to what becomes of the file's text; an absent file has the empty text. */
    public static Map<Path, UnaryOperator<String>> of(Catalogue catalogue) {
        var files = new LinkedHashMap<Path, UnaryOperator<String>>();
        files.put(Path.of("grafana/rules/sightglass.rules.yaml"), _ -> RuleFile.plain(catalogue));
        files.put(Path.of("grafana/rules/prometheusrule.yaml"), _ -> RuleFile.manifest(catalogue));
        files.put(Path.of("docs/reference/alerts.md"), _ -> AlertsPage.of(catalogue));
        files.put(Path.of(CHART + "files/rules.yaml"), _ -> ChartRules.of(catalogue));
        files.put(Path.of(CHART + "values.yaml"), before -> ChartValues.renew(before, catalogue));
        files.put(Path.of(CHART + "values.schema.json"), before -> ChartSchema.renew(before, catalogue));
        for (var dashboard : Dashboards.of(catalogue)) {
            files.put(Path.of("grafana/dashboards/" + dashboard.uid() + ".json"),
                _ -> DashboardFile.pretty(dashboard.json(catalogue.words().fill(RUNBOOKS))));
        }
        for (var dashboard : Dashboards.of(catalogue.withOpenParameters())) {
            files.put(Path.of(CHART + "files/dashboards/" + dashboard.uid() + ".json"),
                _ -> DashboardFile.forChart(dashboard.json(RUNBOOKS)));
        }
        return files;
    }
}
