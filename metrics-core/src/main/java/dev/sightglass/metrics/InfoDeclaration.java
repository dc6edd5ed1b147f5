package dev.sightglass.metrics;

import java.util.List;

/**
 * Declares an info: facts about the program as labels of one series whose value is always 1.
 *
 * @param name the bare name, without {@code _info}
 * @param help one sentence that says what the facts are about
 * @param labels the facts
 * @since 0.1.0
 */
public record InfoDeclaration(String name, String help, List<Label> labels) implements MetricDeclaration {
    /** Checks the name, the help and the labels. */
    public InfoDeclaration {
        labels = List.copyOf(labels);
        DeclarationRules.check(name, MetricUnit.NONE, help, labels);
    }

    /**
     * An info with the given facts. Facts are fixed when the info is set, so they need no bound.
     *
     * @param name the bare name
     * @param help one sentence that says what the facts are about
     * @param facts the label names
     * @return the declaration
     */
    public static InfoDeclaration of(String name, String help, String... facts) {
        return new InfoDeclaration(name, help, List.of(facts).stream().map(fact -> Label.open(fact, 1)).toList());
    }

    @Override
    public MetricUnit unit() {
        return MetricUnit.NONE;
    }

    @Override
    public String type() {
        return "info";
    }

    @Override
    public String seriesName() {
        return name + "_info";
    }
}
