package dev.sightglass.metrics;

import java.util.ArrayList;
import java.util.List;

/** The label sets that follow from a declaration alone. */
final class KnownLabelSets {
    /** Beyond this, the full product is more likely a mistake than a wish; a group binds what it knows instead. */
    private static final int LIMIT = 256;

    private KnownLabelSets() {}

    /** All combinations, if every label lists its values and they are few; none otherwise. */
    static List<List<String>> of(List<Label> labels) {
        long size = 1;
        for (Label label : labels) {
            size *= label.bound() instanceof LabelBound.Open ? 0 : label.bound().known().size();
        }
        return size > LIMIT || size == 0 ? List.of() : product(labels);
    }

    private static List<List<String>> product(List<Label> labels) {
        List<List<String>> sets = List.of(List.of());
        for (Label label : labels) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> set : sets) {
                for (String value : label.bound().known()) {
                    List<String> with = new ArrayList<>(set);
                    with.add(value);
                    longer.add(with);
                }
            }
            sets = longer;
        }
        return sets;
    }
}
