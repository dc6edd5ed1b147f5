package dev.sightglass.metrics;

import java.util.Arrays;
import java.util.List;

/** The label values of a series as a key: a look-up hashes and compares it without making iterators, as a list would. */
final class LabelValues {
    private final String[] values;
    private final int hash;

    /** Keeps the array, which must not change as long as the key is in use. */
    LabelValues(String... values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    int size() {
        return values.length;
    }

    String get(int index) {
        return values[index];
    }

    List<String> toList() {
        return List.of(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelValues key && hash == key.hash && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
