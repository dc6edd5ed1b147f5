package dev.sightglass.client.api;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A moment as people write it: an instant, or how long ago. */
final class Moment {

    private Moment() {}

    /**
     * Reads a moment.
     *
     * @param text such as {@code 2026-03-02T08:15:00Z}, {@code 90m}, {@code 24h} or {@code 7d}
     * @param now from which to count back
     * @throws IllegalArgumentException when it is neither
     */
    static Instant read(String text, Instant now) {
        try {
            return text.matches("\\d+[smhdSMHD]") ? now.minus(ago(text.toUpperCase(Locale.ROOT))) : Instant.parse(text);
        } catch (DateTimeParseException | ArithmeticException neither) {
            throw new IllegalArgumentException("must be like 24h, 7d or 2026-03-02T08:15:00Z", neither);
        }
    }

    private static Duration ago(String text) {
        return Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text);
    }
}
