package dev.sightglass.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one run of a check found. Everything in it is shown to whoever may see details, so nothing in it may be a secret;
 * texts are cut to one line of bounded length, and credentials inside URLs are masked.
 *
 * @param status the finding
 * @param reason why, in words, with the numbers that decided
 * @param nextStep what a person should do; null only when all is well
 * @param data a few figures: text, numbers or booleans, at most {@value #MAX_DATA} of them
 */
public record CheckResult(Status status, String reason, @Nullable String nextStep, Map<String, Object> data) {

    static final int MAX_DATA = 32;
    private static final int MAX_TEXT = 500;

    /** Bounds and copies everything. */
    public CheckResult {
        reason = Words.clean(reason, MAX_TEXT);
        nextStep = nextStep == null ? null : Words.clean(nextStep, MAX_TEXT);
        data = bounded(data);
    }

    /**
     * All is well.
     *
     * @param reason why, in words
     * @return the result
     */
    public static CheckResult up(String reason) {
        return new CheckResult(Status.UP, reason, null, Map.of());
    }

    /**
     * It works, but somebody should look.
     *
     * @param reason why, in words
     * @param nextStep what a person should do
     * @return the result
     */
    public static CheckResult degraded(String reason, String nextStep) {
        return new CheckResult(Status.DEGRADED, reason, nextStep, Map.of());
    }

    /**
     * It does not work.
     *
     * @param reason why, in words
     * @param nextStep what a person should do
     * @return the result
     */
    public static CheckResult down(String reason, String nextStep) {
        return new CheckResult(Status.DOWN, reason, nextStep, Map.of());
    }

    /**
     * Adds a figure.
     *
     * @param key its name, with the unit as its last part: {@code freeBytes}
     * @param value text, number or boolean; anything else is shown as text
     * @return a new result
     */
    public CheckResult with(String key, Object value) {
        var more = new LinkedHashMap<>(data);
        more.put(key, value);
        return new CheckResult(status, reason, nextStep, more);
    }

    private static Map<String, Object> bounded(Map<String, Object> data) {
        var copy = LinkedHashMap.<String, Object>newLinkedHashMap(data.size());
        data.entrySet().stream().limit(MAX_DATA).forEach(entry -> copy.put(Words.clean(entry.getKey(), MAX_TEXT),
            scalar(entry.getValue())));
        return Collections.unmodifiableMap(copy);
    }

    private static Object scalar(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : Words.clean(value.toString(), MAX_TEXT);
    }
}
