package dev.sightglass.metrics;

import java.util.Locale;

/**
 * A value that knows its text as a label. Enums used as label values implement it when their text is not simply their
 * name in lower case.
 *
 * @since 0.1.0
 */
public interface LabelValue {
    /**
     * The text of this value in a scrape.
     *
     * @return the label value, stable across releases
     */
    String label();

    /**
     * The label text of any enum constant: {@link #label()} where the enum implements {@link LabelValue}, else its name
     * in lower case.
     *
     * @param constant the constant
     * @return its label value
     */
    static String of(Enum<?> constant) {
        return constant instanceof LabelValue value ? value.label() : constant.name().toLowerCase(Locale.ROOT);
    }
}
