package dev.sightglass.converter;

import java.util.Objects;

/**
 * How sure a converter is that a source is of its kind.
 *
 * @param value 0 (not mine) to 1 (content verified); 0.7 to 0.9 is a good match, 0.3 to 0.6 a matching name only
 * @param reason what was found or missed, for people
 */
public record Confidence(double value, String reason) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the value is not between 0 and 1
     */
    public Confidence {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1. Found: " + value);
        }
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * The source is not of this converter's kind.
     *
     * @param reason what is missing
     * @return confidence 0
     */
    public static Confidence none(String reason) {
        return new Confidence(0, reason);
    }
}
