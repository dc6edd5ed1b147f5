package dev.sightglass.monitoring.dashboard;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.sightglass.monitoring.rule.Alert;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The threshold of an alert as a number in a dashboard. Kept apart from other numbers, so that the chart can put its own in its place.
 *
 * @param alert whose
 */
public record Threshold(Alert alert) {

    /** Steps of a panel that is red where its alert fires, and always green without one. Each holds from its value up. */
    static List<Map<String, Object>> steps(@Nullable Alert alert) {
        if (alert == null) {
            return List.of(step("green", Json.NULL));
        }
        return alert.isBadBelow() ? List.of(step("red", Json.NULL), step("green", new Threshold(alert)))
            : List.of(step("green", Json.NULL), step("red", new Threshold(alert)));
    }

    private static Map<String, Object> step(String colour, Object value) {
        return Json.object("color", colour, "value", value);
    }

    /** The number. */
    @JsonValue
    Number number() {
        return alert.threshold();
    }
}
