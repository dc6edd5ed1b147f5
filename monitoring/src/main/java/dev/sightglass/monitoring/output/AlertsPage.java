package dev.sightglass.monitoring.output;

import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.Recording;
import java.util.Locale;

/** The reference page of alerts. */
final class AlertsPage {

    private AlertsPage() {}

    static String of(Catalogue catalogue) {
        var page = new StringBuilder(
            """
            # Alerts

            Written from the catalogue in `monitoring`; a change here is lost. How to install the rules: [monitoring](../monitoring.md).

            """);
        page.append("| alert | severity | for | fires when | dashboard |\n|---|---|---|---|---|\n");
        catalogue.alerts().forEach(alert -> row(page, alert));
        page.append("\n## Conditions\n");
        catalogue.groups().stream().filter(group -> !group.alerts().isEmpty()).forEach(group -> {
            page.append("\n### ").append(group.name()).append("\n");
            group.alerts()
                .forEach(alert -> page.append("\n").append(alert.key()).append(pending(alert)).append("\n\n```promql\n")
                    .append(catalogue.words(alert).fill(alert.expression())).append("\n```\n"));
        });
        page.append("\n## Parameters\n\n| word | default | meaning |\n|---|---|---|\n");
        catalogue.parameters()
            .forEach((name, parameter) -> page.append("| `").append(name).append("` | `").append(parameter.value())
                .append("` | ").append(parameter.meaning()).append(" |\n"));
        page.append("\n## Recording rules\n\n| series | meaning |\n|---|---|\n");
        catalogue.recordings().forEach(recording -> row(page, recording));
        return page.toString();
    }

    private static String pending(Alert alert) {
        return alert.pending() == null ? "" : " (has a value only while " + alert.pending() + ")";
    }

    private static void row(StringBuilder page, Alert alert) {
        page.append("| [").append(alert.key()).append("](../runbooks/").append(alert.alert()).append(".md) | ")
            .append(alert.severity().label()).append(" | ").append(alert.hold()).append(" | ").append(sentence(alert))
            .append(" | ")
            .append(alert.dashboard()).append(" |\n");
    }

    private static String sentence(Alert alert) {
        var summary = alert.summary().replaceAll("\\.$", "");
        return summary + ": " + alert.operator().replace("<", "&lt;").replace(">", "&gt;") + " " + alert.thresholdText()
            + (alert.unit().equals("none") || alert.unit().equals("short") ? "" : " " + unit(alert))
                .toLowerCase(Locale.ROOT);
    }

    private static String unit(Alert alert) {
        return alert.unit().equals("percentunit") ? "(1 is all)" : alert.unit();
    }

    private static void row(StringBuilder page, Recording recording) {
        page.append("| `").append(recording.record()).append("` | ").append(recording.meaning()).append(" |\n");
    }
}
