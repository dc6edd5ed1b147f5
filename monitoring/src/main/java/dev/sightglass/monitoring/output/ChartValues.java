package dev.sightglass.monitoring.output;

import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the chart's values that sets parameters and alerts. */
final class ChartValues {

    private static final String BEGIN = "  # ---- from here: written from monitoring's catalogue.yaml\n";
    private static final String END = "  # ---- to here\n";
    private static final Pattern PART =
        Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END), Pattern.DOTALL);

    private ChartValues() {}

    static String renew(String values, Catalogue catalogue) {
        return PART.matcher(values).replaceFirst(Matcher.quoteReplacement(BEGIN + part(catalogue) + END));
    }

    private static String part(Catalogue catalogue) {
        var text = new StringBuilder();
        catalogue.parameters().forEach((name, parameter) -> {
            boolean isChartsOwn = name.equals("selector");
            text.append("  # ").append(parameter.meaning()).append(isChartsOwn ? ", which this replaces" : "")
                .append('\n')
                .append("  ").append(name).append(": ").append(isChartsOwn ? "\"\"" : parameter.value()).append('\n');
        });
        text.append("  # per alert: whether it is there, and what it goes by\n  alerts:\n");
        catalogue.alerts().forEach(alert -> append(text, alert));
        return text.toString();
    }

    private static void append(StringBuilder text, Alert alert) {
        text.append("""
                        # %s
                        %s:
                          enabled: true
                          for: %s
                          keepFiringFor: %s
                          severity: %s
                          threshold: %s
                          labels: {}
                    """.formatted(alert.summary().replaceAll("\\.$", ""), alert.key(), alert.hold(),
            Objects.requireNonNullElse(alert.keepFiringFor(), "\"\""), alert.severity().label(), alert.thresholdText())
            .indent(0));
    }
}
