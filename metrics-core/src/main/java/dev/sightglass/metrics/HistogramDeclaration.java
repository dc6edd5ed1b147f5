package dev.sightglass.metrics;

import java.util.List;

/**
 * Declares a histogram: how often which values were observed, and their sum.
 *
 * @param name the bare name, without unit
 * @param unit the unit of the observed values
 * @param help one sentence that says what is observed
 * @param mode which buckets it keeps
 * @param bounds the upper bounds of the classic buckets, ascending, without {@code +Inf}; empty for
 *            {@link HistogramMode#NATIVE}
 * @param labels its labels
 * @since 0.1.0
 */
public record HistogramDeclaration(String name, MetricUnit unit, String help, HistogramMode mode, List<Double> bounds,
    List<Label> labels) implements MetricDeclaration {
    /** Checks the name, the help, the bounds and the labels. */
    public HistogramDeclaration {
        labels = List.copyOf(labels);
        bounds = List.copyOf(bounds);
        DeclarationRules.check(name, unit, help, labels);
        DeclarationRules.checkBounds(name, mode, bounds);
    }

    /**
     * A histogram of durations in seconds, with classic and native buckets.
     *
     * @param name the bare name
     * @param help one sentence that says what is timed
     * @param bounds classic upper bounds in seconds, such as {@link Buckets#SECONDS}
     * @param labels its labels
     * @return the declaration
     */
    public static HistogramDeclaration seconds(String name, String help, List<Double> bounds, Label... labels) {
        return new HistogramDeclaration(name, MetricUnit.SECONDS, help, HistogramMode.CLASSIC_AND_NATIVE, bounds,
            List.of(labels));
    }

    /**
     * A histogram of sizes in bytes, with classic and native buckets.
     *
     * @param name the bare name
     * @param help one sentence that says what is sized
     * @param labels its labels
     * @return the declaration, with {@link Buckets#BYTES}
     */
    public static HistogramDeclaration bytes(String name, String help, Label... labels) {
        return new HistogramDeclaration(name, MetricUnit.BYTES, help, HistogramMode.CLASSIC_AND_NATIVE, Buckets.BYTES,
            List.of(labels));
    }

    /**
     * The same declaration with other buckets.
     *
     * @param mode which buckets; {@link HistogramMode#NATIVE} drops the classic bounds
     * @return a new declaration
     */
    public HistogramDeclaration with(HistogramMode mode) {
        return new HistogramDeclaration(name, unit, help, mode, mode == HistogramMode.NATIVE ? List.of() : bounds,
            labels);
    }

    /**
     * The same declaration under another name.
     *
     * @param name the bare name
     * @return a new declaration
     */
    public HistogramDeclaration renamed(String name) {
        return new HistogramDeclaration(name, unit, help, mode, bounds, labels);
    }

    @Override
    public String type() {
        return "histogram";
    }
}
