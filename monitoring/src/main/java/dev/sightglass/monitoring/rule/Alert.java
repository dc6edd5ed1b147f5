package dev.sightglass.monitoring.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert: fires when its measure passes the threshold, every guard holds, and nothing excuses it.
 *
 * @param alert its name; several may share one, then label and key tell them apart
 * @param key what settings call it; the name unless given
 * @param severity how soon a person must look
 * @param hold how long the condition must hold before it fires
 * @param keepFiringFor how long it goes on after the condition has ended; null for not at all
 * @param labels more labels
 * @param dashboard which dashboard shows it
 * @param measure PromQL of the value that is judged
 * @param operator between measure and threshold
 * @param threshold where bad begins
 * @param unit Grafana's name of the measure's unit
 * @param guards conditions without which it stays silent, such as enough traffic
 * @param join labels on which guards are matched
 * @param unless conditions that excuse it, since another alert tells of them
 * @param unlessJoin labels on which excuses are matched
 * @param pending why the measure has no value while all is well; null when it has one
 * @param summary one sentence without values
 * @param description one sentence with values, in the template language of Prometheus
 */
public record Alert(String alert, String key, Severity severity, @JsonProperty("for") String hold,
    @Nullable String keepFiringFor,
    Map<String, String> labels, String dashboard, String measure, String operator, BigDecimal threshold, String unit,
    List<String> guards, @Nullable String join, List<String> unless, @Nullable String unlessJoin,
    @Nullable String pending,
    String summary, String description) {

    /** Fills in what the file leaves out. */
    @SuppressWarnings("NullAway") // Jackson passes null for what is missing
    public Alert {
        key = key == null ? alert : key;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        guards = guards == null ? List.of() : List.copyOf(guards);
        unless = unless == null ? List.of() : List.copyOf(unless);
    }

    /** The whole condition, with words to be filled in. */
    public String expression() {
        var expression = new StringBuilder(measure).append(' ').append(operator).append(" ${threshold}");
        guards.forEach(guard -> append(expression, "and", join, guard));
        unless.forEach(excuse -> append(expression, "unless", unlessJoin, excuse));
        return expression.toString();
    }

    private static void append(StringBuilder expression, String operator, @Nullable String labels, String condition) {
        expression.append('\n').append(operator).append(" on (").append(labels).append(")\n(").append(condition)
            .append(')');
    }

    /** The threshold as PromQL and JSON write it. */
    public String thresholdText() {
        return threshold.toPlainString();
    }

    /** Whether small values are the bad ones. */
    public boolean isBadBelow() {
        return operator.startsWith("<");
    }

    /** This alert with another threshold and another time to hold. */
    public Alert with(BigDecimal otherThreshold, String otherHold, @Nullable String otherKeepFiringFor) {
        return new Alert(alert, key, severity, otherHold, otherKeepFiringFor, labels, dashboard, measure, operator,
            otherThreshold, unit,
            guards, join, unless, unlessJoin, pending, summary, description);
    }
}
