package dev.sightglass.metrics;

import java.util.List;

/** One series of a metric, found once and kept: what the hot path holds on to. */
abstract sealed class BoundSeries permits BoundCounter, BoundGauge, BoundHistogram {
    private final List<String> labelValues;

    BoundSeries(List<String> labelValues) {
        this.labelValues = labelValues;
    }

    /**
     * The label values of this series, in the order of the declaration. They differ from the values that were asked for
     * where a label was past its bound: there stands {@link LabelBound#OTHER}.
     *
     * @return the values, empty on a disabled collector
     */
    public List<String> labelValues() {
        return labelValues;
    }

    /**
     * Whether a label of this series stands for values past its bound. Such a series is not worth caching under the
     * value that was asked for, because a place may become free for it.
     *
     * @return true if a label value is {@link LabelBound#OTHER}
     */
    public boolean isOverflow() {
        return labelValues.contains(LabelBound.OTHER);
    }

    /** A number that changes with every update, to tell idle series from used ones. */
    abstract long activity();
}
