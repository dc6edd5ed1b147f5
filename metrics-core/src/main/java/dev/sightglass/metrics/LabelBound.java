package dev.sightglass.metrics;

import java.util.List;

/**
 * What a label may take as values. Every label has a bound, because an unbounded one takes down the server that stores
 * it.
 *
 * @since 0.1.0
 */
public sealed interface LabelBound {
    /** The value that stands for everything past the bound. */
    String OTHER = "other";

    /**
     * The values known before the program has seen any.
     *
     * @return the known values, possibly empty
     */
    List<String> known();

    /**
     * The bound in words, for the reference page.
     *
     * @return a short phrase
     */
    String describe();

    /**
     * The constants of an enum.
     *
     * @param type the enum's simple name
     * @param known the label texts of its constants
     * @since 0.1.0
     */
    record EnumConstants(String type, List<String> known) implements LabelBound {
        /** Copies the values. */
        public EnumConstants {
            known = List.copyOf(known);
        }

        @Override
        public String describe() {
            return String.join(", ", known);
        }
    }

    /**
     * A list that is complete when the program is written.
     *
     * @param known the values
     * @since 0.1.0
     */
    record ClosedList(List<String> known) implements LabelBound {
        /** Copies the values. */
        public ClosedList {
            known = List.copyOf(known);
        }

        @Override
        public String describe() {
            return String.join(", ", known);
        }
    }

    /**
     * Values that turn up while the program runs, at most {@code limit} of them besides the known ones.
     *
     * @param limit the number of unreserved values that get a series of their own, at least 1
     * @param known the values whose places are reserved, so that no other value can take them
     * @since 0.1.0
     */
    record Open(int limit, List<String> known) implements LabelBound {
        /** Checks the limit and copies the values. */
        public Open {
            if (limit < 1) {
                throw new IllegalArgumentException("label limit: must be at least 1. Found: " + limit);
            }
            known = List.copyOf(known);
        }

        @Override
        public String describe() {
            return "at most " + limit + (known.isEmpty() ? "" : ", and reserved " + String.join(", ", known));
        }
    }
}
