package dev.sightglass.benchmarks.delivery;

import org.openjdk.jmh.util.ListStatistics;

/**
 * Where the true mean lies with a confidence of 95 %, by Student's distribution: for few values that scatter normally.
 *
 * @param mean the mean of the values
 * @param low the lower end; not-a-number for fewer than three values
 * @param high the upper end; not-a-number for fewer than three values
 */
record Interval(double mean, double low, double high) {
    private static final double CONFIDENCE = 0.95;

    static Interval of(double... values) {
        var statistics = new ListStatistics(values);
        double[] ends = statistics.getConfidenceIntervalAt(CONFIDENCE);
        return new Interval(statistics.getMean(), ends[0], ends[1]);
    }

    /** In words, of values that are percentages. */
    String inPercent() {
        return "%+.1f %% (95 %% confidence: %+.1f to %+.1f %%)".formatted(mean, low, high);
    }
}
