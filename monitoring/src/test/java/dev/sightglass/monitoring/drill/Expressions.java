package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.monitoring.DashboardFiles;
import dev.sightglass.monitoring.Page;
import dev.sightglass.monitoring.drill.Prometheus.Histograms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every expression that we publish, and which of them have returned data so far. */
final class Expressions {

    /** How a panel says which shape of histograms a query is for. */
    private static final Pattern SHAPE = Pattern.compile("\\(vector\\(\\$histograms\\) == (\\d)\\)");

    private final List<Expression> waiting = new ArrayList<>();

    Expressions(List<Prometheus> prometheis) throws IOException {
        for (var prometheus : prometheis) {
            DashboardFiles.all().forEach(dashboard -> dashboard(prometheus, dashboard));
            rules(prometheus);
            if (prometheus.histograms == Histograms.CLASSIC) { // which the pages speak of
                for (var page : Page.withQueries()) {
                    page.queries().forEach(query -> add(page.path() + " / " + query, query, prometheus));
                }
            }
        }
    }

    private void dashboard(Prometheus prometheus, JsonNode dashboard) {
        var title = dashboard.path("title").asText() + " / ";
        for (var panel : DashboardFiles.panels(dashboard)) {
            for (var query : DashboardFiles.queries(panel)) {
                panel(prometheus, title + panel.path("title").asText(), query);
            }
        }
        DashboardFiles.annotations(dashboard).forEach((name, query) -> panel(prometheus, title + name, query));
        DashboardFiles.choices(dashboard).forEach((name, query) -> panel(prometheus, title + "$" + name, query));
    }

    /** A query for the other shape of histograms is none for this Prometheus. */
    private void panel(Prometheus prometheus, String where, String query) {
        var choice = SHAPE.matcher(query);
        int histograms = prometheus.histograms.choice;
        if (!choice.find() || Integer.parseInt(choice.group(1)) == histograms) {
            add(where, DashboardFiles.sent(query, histograms), prometheus);
        }
    }

    private void rules(Prometheus prometheus) {
        var catalogue = Drill.shortened();
        for (var alert : catalogue.alerts()) {
            add(alert.key(), catalogue.words(alert).fill(alert.measure()), prometheus);
        }
        catalogue.recordings().forEach(recording -> add(recording.record(), recording.record(), prometheus));
    }

    private void add(String where, String promql, Prometheus prometheus) {
        waiting.add(new Expression(where, promql, prometheus));
    }

    int count() {
        return waiting.size();
    }

    /** Executes all that have not returned data yet. */
    void execute() throws IOException, InterruptedException {
        for (var expression : List.copyOf(waiting)) {
            if (expression.prometheus().query(expression.promql()).stream().anyMatch(Expressions::isData)) {
                waiting.remove(expression);
            }
        }
    }

    private static boolean isData(JsonNode sample) {
        return sample.has("histogram") || !sample.path("value").path(1).asText().equals("NaN");
    }

    /** Those that have never returned data. */
    List<Expression> waiting() {
        return List.copyOf(waiting);
    }

    /**
     * An expression.
     *
     * @param where it stands
     * @param promql with every word and variable filled in
     * @param prometheus that is asked
     */
    record Expression(String where, String promql, Prometheus prometheus) {

        @Override
        public String toString() {
            return where + " in " + prometheus + ": " + promql;
        }
    }
}
