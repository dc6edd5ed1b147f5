package dev.sightglass.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Declares a state set: one series for each state of an enum, 1 for the state that holds and 0 for the others.
 *
 * <p>
 * It is exposed as a gauge with a label of your choice. OpenMetrics has a type for this, but that type forces the label
 * to carry the metric's own long name, which no query wants to spell.
 *
 * @param name the name
 * @param help one sentence that says whose state it is
 * @param state the label that carries the state; its bound is an enum
 * @param scope the labels that say whose state it is, possibly none; they come before the state
 * @since 0.1.0
 */
public record StateSetDeclaration(String name, String help, Label state, List<Label> scope)
    implements
        MetricDeclaration {
    /** Checks the name, the help and the labels. */
    public StateSetDeclaration {
        scope = List.copyOf(scope);
        if (!(state.bound() instanceof LabelBound.EnumConstants)) {
            throw new IllegalArgumentException(
                "state set " + name + ": the state label must be bound by an enum. Found: " + state.bound());
        }
        DeclarationRules.check(name, MetricUnit.NONE, help, all(scope, state));
    }

    /**
     * A state set.
     *
     * @param name the name
     * @param help one sentence that says whose state it is
     * @param state the label that carries the state, made by {@link Label#ofEnum}
     * @param scope the labels that say whose state it is
     * @return the declaration
     */
    public static StateSetDeclaration of(String name, String help, Label state, Label... scope) {
        return new StateSetDeclaration(name, help, state, List.of(scope));
    }

    private static List<Label> all(List<Label> scope, Label state) {
        List<Label> labels = new ArrayList<>(scope);
        labels.add(state);
        return List.copyOf(labels);
    }

    @Override
    public List<Label> labels() {
        return all(scope, state);
    }

    @Override
    public MetricUnit unit() {
        return MetricUnit.NONE;
    }

    @Override
    public String type() {
        return "state set";
    }
}
