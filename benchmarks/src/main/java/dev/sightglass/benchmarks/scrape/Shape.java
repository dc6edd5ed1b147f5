package dev.sightglass.benchmarks.scrape;

/** What is scraped. */
public enum Shape {
    /** Each time series is a counter. */
    COUNTERS(1),
    /** Histograms of 13 bounds; each is 16 time series in the text format. Ours and client_java's have native buckets besides. */
    HISTOGRAMS(16);

    private final int timeSeries;

    Shape(int timeSeries) {
        this.timeSeries = timeSeries;
    }

    /** How many label sets make so many time series. */
    int labelSets(int series) {
        return Math.max(1, series / timeSeries);
    }
}
