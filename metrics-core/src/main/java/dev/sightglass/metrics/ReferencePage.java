package dev.sightglass.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the reference page of metrics from their declarations, so that the page cannot say anything else.
 *
 * @since 0.1.0
 */
public final class ReferencePage {
    private ReferencePage() {}

    /**
     * The page of everything that a collector has registered so far.
     *
     * @param collector the collector
     * @return Markdown
     */
    public static String of(MetricsCollector collector) {
        return of(collector.namespace(), collector.declarations());
    }

    /**
     * The page of some metrics.
     *
     * @param namespace the word before every name
     * @param declarations the metrics
     * @return Markdown: a table for each group of names that begin alike, in alphabetical order
     */
    public static String of(String namespace, List<MetricDeclaration> declarations) {
        Map<String, List<MetricDeclaration>> groups = new TreeMap<>();
        declarations.forEach(declaration -> groups
            .computeIfAbsent(declaration.name().split("_", 2)[0], word -> new ArrayList<>())
            .add(declaration));
        StringBuilder page = new StringBuilder(
            """
            # Metrics

            Generated from the declarations in the code; a change here is lost, a change there comes here.
            """);
        groups.forEach((word, members) -> {
            page.append("\n## ").append(word).append("\n\n| series | type | labels | meaning |\n|---|---|---|---|\n");
            members.sort((a, b) -> a.seriesName().compareTo(b.seriesName()));
            members.forEach(declaration -> row(page, namespace, declaration));
        });
        return page.toString();
    }

    private static void row(StringBuilder page, String namespace, MetricDeclaration declaration) {
        page.append("| `").append(namespace).append('_').append(declaration.seriesName()).append("` | ")
            .append(type(declaration)).append(" | ")
            .append(labels(declaration)).append(" | ")
            .append(declaration.help().replace("|", "\\|")).append(" |\n");
    }

    private static String type(MetricDeclaration declaration) {
        if (!(declaration instanceof HistogramDeclaration histogram)) {
            return declaration.type();
        }
        return switch (histogram.mode()) {
            case CLASSIC_AND_NATIVE -> "histogram, classic and native";
            case CLASSIC -> "histogram, classic";
            case NATIVE -> "histogram, native";
        };
    }

    private static String labels(MetricDeclaration declaration) {
        if (declaration instanceof InfoDeclaration) {
            return String.join("<br>", declaration.labelNames().stream().map(name -> "`" + name + "`").toList());
        }
        return String.join("<br>",
            declaration.labels().stream().map(label -> "`" + label.name() + "`: " + label.bound().describe()).toList());
    }
}
