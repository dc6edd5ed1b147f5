package dev.sightglass.monitoring.output;

import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.Recording;
import dev.sightglass.monitoring.rule.RuleGroup;
import dev.sightglass.monitoring.rule.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules as Prometheus reads them: for {@code rule_files}, and as a manifest for the Prometheus operator. */
public final class RuleFile {

    static final String NOTE =
        "# Written from monitoring/src/main/resources/dev/sightglass/monitoring/catalogue.yaml; a change here is lost.\n";

    private RuleFile() {}

    /** For {@code rule_files} of a Prometheus without the operator. */
    public static String plain(Catalogue catalogue) {
        return NOTE + Yaml.write(spec(catalogue));
    }

    /** For {@code kubectl apply}. */
    public static String manifest(Catalogue catalogue) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("apiVersion", "monitoring.coreos.com/v1");
        manifest.put("kind", "PrometheusRule");
        var labels = new LinkedHashMap<String, Object>();
        labels.put("app.kubernetes.io/name", "sightglass");
        labels.put("app.kubernetes.io/component", "monitoring");
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", "sightglass");
        metadata.put("labels", labels);
        manifest.put("metadata", metadata);
        manifest.put("spec", spec(catalogue));
        return NOTE
            + "# Add the labels that your Prometheus selects rules by: kubectl get prometheus -A -o jsonpath='{.items[*].spec.ruleSelector}'\n"
            + Yaml.write(manifest);
    }

    private static Map<String, Object> spec(Catalogue catalogue) {
        return Map.of("groups", catalogue.groups().stream().map(group -> group(catalogue, group)).toList());
    }

    private static Map<String, Object> group(Catalogue catalogue, RuleGroup group) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", group.name());
        if (group.interval() != null) {
            tree.put("interval", group.interval());
        }
        List<Map<String, Object>> rules = Stream.concat(
            group.recordings().stream().map(recording -> recording(catalogue.words(), recording)),
            group.alerts().stream().map(alert -> alert(catalogue, alert))).toList();
        tree.put("rules", rules);
        return tree;
    }

    private static Map<String, Object> recording(Words words, Recording recording) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("record", recording.record());
        tree.put("expr", words.fill(recording.expr()));
        return tree;
    }

    private static Map<String, Object> alert(Catalogue catalogue, Alert alert) {
        var words = catalogue.words(alert);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("alert", alert.alert());
        tree.put("expr", words.fill(alert.expression()));
        tree.put("for", alert.hold());
        if (alert.keepFiringFor() != null) {
            tree.put("keep_firing_for", alert.keepFiringFor());
        }
        var labels = new LinkedHashMap<String, String>();
        labels.put("severity", alert.severity().label());
        labels.putAll(alert.labels());
        tree.put("labels", labels);
        var annotations = new LinkedHashMap<String, String>();
        annotations.put("summary", alert.summary());
        annotations.put("description", words.fill(alert.description()));
        annotations.put("runbook_url", catalogue.runbook(alert));
        tree.put("annotations", annotations);
        return tree;
    }
}
