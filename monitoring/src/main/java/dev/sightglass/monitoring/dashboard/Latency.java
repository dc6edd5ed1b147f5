package dev.sightglass.monitoring.dashboard;

import java.util.List;

/**
 * Queries on a histogram in both shapes. The variable {@code histograms} is 1 for classic and 2 for native; the queries of the other shape
 * return nothing.
 *
 * @param metric the histogram's name
 * @param matchers further matchers; empty for none
 */
record Latency(String metric, String matchers) {

    private static final String CLASSIC = "(vector($histograms) == 1)";
    private static final String NATIVE = "(vector($histograms) == 2)";

    static Latency of(String metric) {
        return new Latency(metric, "");
    }

    static Latency of(String metric, String matchers) {
        return new Latency(metric, matchers);
    }

    /** A quantile, for each value of a label. */
    List<Target> quantile(double quantile, String by, String legend) {
        var labels = by.isEmpty() ? "le" : "le, " + by;
        return both("histogram_quantile(" + quantile + ", " + Series.sumRate(labels, buckets()) + ")",
            "histogram_quantile(" + quantile + ", " + Series.sumRate(by, histogram()) + ")", legend);
    }

    /** The mean. */
    List<Target> mean(String by, String legend) {
        return both(Series.sumRate(by, select("_sum")) + " / " + Series.sumRate(by, select("_count")),
            "histogram_sum(" + Series.sumRate(by, histogram()) + ") / histogram_count("
                + Series.sumRate(by, histogram()) + ")",
            legend);
    }

    /** Observations per second. */
    List<Target> perSecond(String by, String legend) {
        return both(Series.sumRate(by, select("_count")), "histogram_count(" + Series.sumRate(by, histogram()) + ")",
            legend);
    }

    /** The share of observations in the range of the dashboard that were above a bound. */
    List<Target> shareAbove(String bound, String legend) {
        var range = "[$__range]";
        return both(
            "1 - sum(increase(" + select("_bucket", "le=~\"" + bound + "([.]0)?\"") + range + ")) / sum(increase("
                + select("_count") + range
                + "))",
            "1 - histogram_fraction(0, " + bound + ", sum(increase(" + histogram() + range + ")))", legend)
            .stream().map(Target::asInstant).toList();
    }

    /** The share of observations that were above a bound, over time. */
    List<Target> lateRatio(String bound, String legend) {
        return both(
            "1 - sum(" + Series.rate(select("_bucket", "le=~\"" + bound + "([.]0)?\"")) + ") / sum("
                + Series.rate(select("_count")) + ")",
            "1 - histogram_fraction(0, " + bound + ", sum(" + Series.rate(histogram()) + "))", legend);
    }

    /** Every bucket over time. */
    List<Target> heatmap() {
        return List.of(heatmap(gate(Series.sumRate("le", buckets()), CLASSIC), "{{le}}"),
            heatmap(gate("sum(" + Series.rate(histogram()) + ")", NATIVE), ""));
    }

    private static Target heatmap(String expr, String legend) {
        return new Target(expr, legend, "heatmap", false, false);
    }

    private static List<Target> both(String classic, String nativeOne, String legend) {
        return List.of(new Target(gate(classic, CLASSIC), legend, "time_series", false, true),
            new Target(gate(nativeOne, NATIVE), legend, "time_series", false, true));
    }

    private static String gate(String expr, String shape) {
        return "(" + expr + ") and on () " + shape;
    }

    private String buckets() {
        return select("_bucket");
    }

    private String histogram() {
        return select("");
    }

    private String select(String suffix) {
        return matchers.isEmpty() ? Series.of(metric + suffix) : Series.of(metric + suffix, matchers);
    }

    private String select(String suffix, String more) {
        return Series.of(metric + suffix, matchers.isEmpty() ? more : more + "," + matchers);
    }
}
