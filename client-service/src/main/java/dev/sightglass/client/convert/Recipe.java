package dev.sightglass.client.convert;

import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Converter;
import java.util.Map;

/**
 * How the sources of one folder are converted.
 *
 * @param converter the converter
 * @param arguments its arguments
 * @param alarm a confidence below this is reported, and the source goes on
 * @param reject a confidence below this refuses the source
 */
public record Recipe(Converter converter, Arguments arguments, double alarm, double reject) {

    /** The confidence that is reported when a folder says nothing else. */
    public static final double DEFAULT_ALARM = 0.5;

    /** The confidence that refuses when a folder says nothing else. */
    public static final double DEFAULT_REJECT = 0.2;

    /** Checks the thresholds. */
    public Recipe {
        if (!(0 <= reject && reject <= alarm && alarm <= 1)) {
            throw new IllegalArgumentException(
                "reject and alarm: must be 0 <= reject <= alarm <= 1. Found: reject " + reject + ", alarm " + alarm);
        }
    }

    /**
     * The converter's defaults.
     *
     * @param converter the converter
     * @return the recipe
     * @throws IllegalArgumentException when the converter has a required argument
     */
    public static Recipe of(Converter converter) {
        return new Recipe(converter, Arguments.read(converter.arguments(), Map.of()), DEFAULT_ALARM, DEFAULT_REJECT);
    }
}
