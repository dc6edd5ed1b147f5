package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.monitoring.DashboardFiles;
import dev.sightglass.monitoring.Runbooks;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every expression that we publish, and which of them have returned data so far. */
final class Expressions {

    private static final int CLASSIC = 1;
    private static final int NATIVE = 2;

    private final List<Expression> waiting = new ArrayList<>();

    Expressions(Drill drill) {
        for (var dashboard : DashboardFiles.all()) {
            for (var panel : DashboardFiles.panels(dashboard)) {
                var where = dashboard.path("title").asText() + " / " + panel.path("title").asText();
                DashboardFiles.queries(panel).forEach(query -> panel(drill, where, query));
            }
        }
        var catalogue = Drill.shortened();
        for (var alert : catalogue.alerts()) {
            both(drill, alert.key(), catalogue.words(alert).fill(alert.measure()));
        }
        catalogue.recordings().forEach(recording -> both(drill, recording.record(), recording.record()));
        Catalogue.load().alerts().stream().map(Alert::alert).distinct().forEach(
            alert -> Runbooks.of(alert).queries()
                .forEach(query -> waiting.add(new Expression("runbook " + alert, query, drill.classic))));
    }

    /** A query for one shape of histograms goes where that shape is; every other one goes to both. */
    private void panel(Drill drill, String where, String query) {
        boolean isForClassic = query.contains("(vector($histograms) == 1)");
        boolean isForNative = query.contains("(vector($histograms) == 2)");
        if (!isForNative) {
            waiting.add(new Expression(where, DashboardFiles.sent(query, CLASSIC), drill.classic));
        }
        if (!isForClassic) {
            waiting.add(new Expression(where, DashboardFiles.sent(query, NATIVE), drill.nativeOne));
        }
    }

    private void both(Drill drill, String where, String query) {
        waiting.add(new Expression(where, query, drill.classic));
        waiting.add(new Expression(where, query, drill.nativeOne));
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
            return where + ": " + promql;
        }
    }
}
