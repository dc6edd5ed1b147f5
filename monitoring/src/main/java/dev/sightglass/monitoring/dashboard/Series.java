package dev.sightglass.monitoring.dashboard;

/** PromQL of our dashboards: every selector carries the dashboard's variables. */
final class Series {

    /** The window of rates; Grafana makes it four scrapes long at least. */
    static final String WINDOW = "$__rate_interval";

    private static final String ALL =
        "cluster=~\"$cluster\",namespace=~\"$namespace\",job=~\"$job\",instance=~\"$instance\"";

    private Series() {}

    /** One metric of the chosen instances. */
    static String of(String metric) {
        return metric + "{" + ALL + "}";
    }

    /** One metric of the chosen instances, with more matchers. */
    static String of(String metric, String matchers) {
        return metric + "{" + matchers + "," + ALL + "}";
    }

    static String rate(String selector) {
        return "rate(" + selector + "[" + WINDOW + "])";
    }

    static String sumRate(String by, String selector) {
        return "sum by (" + by + ") (" + rate(selector) + ")";
    }
}
