package dev.sightglass.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A label of a metric, with the bound of its values.
 *
 * @param name the label's name: lower case letters, digits and underscores
 * @param bound what values it takes
 * @since 0.1.0
 */
public record Label(String name, LabelBound bound) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** Checks the name. */
    public Label {
        if (!NAME.matcher(name).matches() || name.equals("le") || name.equals("quantile")) {
            throw new IllegalArgumentException("label name: must match " + NAME
                + " and be neither le nor quantile, which Prometheus uses itself. Found: " + name);
        }
    }

    /**
     * A label whose values are the constants of an enum.
     *
     * @param name the label's name
     * @param type the enum
     * @return the label
     */
    public static Label ofEnum(String name, Class<? extends Enum<?>> type) {
        List<String> values = Arrays.stream(type.getEnumConstants()).map(LabelValue::of).toList();
        return new Label(name, new LabelBound.EnumConstants(type.getSimpleName(), values));
    }

    /**
     * A label whose values are a closed list; anything else is recorded as {@link LabelBound#OTHER}.
     *
     * @param name the label's name
     * @param values all values
     * @return the label
     */
    public static Label closed(String name, String... values) {
        return new Label(name, new LabelBound.ClosedList(List.of(values)));
    }

    /**
     * A label whose values turn up at run time.
     *
     * @param name the label's name
     * @param limit how many values get series of their own, besides reserved ones
     * @return the label
     */
    public static Label open(String name, int limit) {
        return new Label(name, new LabelBound.Open(limit, List.of()));
    }

    /**
     * This open label with places reserved for values known at start, which no later value can take.
     *
     * @param values the values to reserve
     * @return a new label
     * @throws IllegalStateException if the label is not open, because a closed label lists its values already
     */
    public Label reserving(String... values) {
        if (!(bound instanceof LabelBound.Open open)) {
            throw new IllegalStateException("label " + name + ": only an open label reserves values. Found: " + bound);
        }
        List<String> known = new ArrayList<>(open.known());
        known.addAll(List.of(values));
        return new Label(name, new LabelBound.Open(open.limit(), known));
    }
}
