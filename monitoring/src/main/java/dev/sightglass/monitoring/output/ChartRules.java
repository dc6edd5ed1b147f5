package dev.sightglass.monitoring.output;

import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.RuleGroup;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules for the chart: with their words, which its values fill in. */
final class ChartRules {

    private ChartRules() {}

    static String of(Catalogue catalogue) {
        return RuleFile.NOTE
            + Yaml.write(Map.of("groups", catalogue.groups().stream().map(ChartRules::group).toList()));
    }

    private static Map<String, Object> group(RuleGroup group) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", group.name());
        if (group.interval() != null) {
            tree.put("interval", group.interval());
        }
        tree.put("recordings", group.recordings().stream().map(recording -> {
            var rule = new LinkedHashMap<String, Object>();
            rule.put("record", recording.record());
            rule.put("expr", recording.expr());
            return rule;
        }).toList());
        tree.put("alerts", group.alerts().stream().map(ChartRules::alert).toList());
        return tree;
    }

    private static Map<String, Object> alert(Alert alert) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("key", alert.key());
        tree.put("alert", alert.alert());
        tree.put("expr", alert.expression());
        tree.put("labels", alert.labels());
        tree.put("summary", alert.summary());
        tree.put("description", alert.description());
        return tree;
    }
}
