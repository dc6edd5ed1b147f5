package dev.sightglass.metrics;

import java.util.List;

/**
 * Declares a counter: a number that only grows, and starts at 0 with the process.
 *
 * @param name the bare name, without unit and without {@code _total}
 * @param unit the unit of its values
 * @param help one sentence that says what it means
 * @param labels its labels
 * @since 0.1.0
 */
public record CounterDeclaration(String name, MetricUnit unit, String help, List<Label> labels)
    implements
        MetricDeclaration {
    /** Checks the name, the help and the labels. */
    public CounterDeclaration {
        labels = List.copyOf(labels);
        DeclarationRules.check(name, unit, help, labels);
    }

    /**
     * A counter of things.
     *
     * @param name the bare name
     * @param help one sentence that says what it means
     * @param labels its labels
     * @return the declaration
     */
    public static CounterDeclaration of(String name, String help, Label... labels) {
        return new CounterDeclaration(name, MetricUnit.NONE, help, List.of(labels));
    }

    /**
     * The same declaration in a unit, which becomes part of the name.
     *
     * @param unit the unit
     * @return a new declaration
     */
    public CounterDeclaration in(MetricUnit unit) {
        return new CounterDeclaration(name, unit, help, labels);
    }

    @Override
    public String type() {
        return "counter";
    }

    @Override
    public String seriesName() {
        return familyName() + "_total";
    }
}
