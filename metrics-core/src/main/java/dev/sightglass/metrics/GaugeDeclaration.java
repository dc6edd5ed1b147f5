package dev.sightglass.metrics;

import java.util.List;

/**
 * Declares a gauge: a number that goes up and down, best read from the truth at scrape time.
 *
 * @param name the bare name, without unit and without {@code a type suffix}
 * @param unit the unit of its values
 * @param help one sentence that says what it means
 * @param labels its labels
 * @since 0.1.0
 */
public record GaugeDeclaration(String name, MetricUnit unit, String help, List<Label> labels)
    implements
        MetricDeclaration {
    /** Checks the name, the help and the labels. */
    public GaugeDeclaration {
        labels = List.copyOf(labels);
        DeclarationRules.check(name, unit, help, labels);
    }

    /**
     * A gauge of things.
     *
     * @param name the bare name
     * @param help one sentence that says what it means
     * @param labels its labels
     * @return the declaration
     */
    public static GaugeDeclaration of(String name, String help, Label... labels) {
        return new GaugeDeclaration(name, MetricUnit.NONE, help, List.of(labels));
    }

    /**
     * The same declaration in a unit, which becomes part of the name.
     *
     * @param unit the unit
     * @return a new declaration
     */
    public GaugeDeclaration in(MetricUnit unit) {
        return new GaugeDeclaration(name, unit, help, labels);
    }

    @Override
    public String type() {
        return "gauge";
    }
}
