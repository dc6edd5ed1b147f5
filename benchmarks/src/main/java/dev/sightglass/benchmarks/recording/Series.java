package dev.sightglass.benchmarks.recording;

import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.Label;
import java.util.List;

/** The one series that every library is given: the same labels, the same values, the same buckets. */
final class Series {
    static final String NAME = "reports";
    static final String HELP = "Reports.";
    static final String METHOD = "method";
    static final String ENDPOINT = "endpoint";
    static final String POST = "POST";
    static final String REPORTS = "/api/reports/{id}";
    static final List<Double> BOUNDS = Buckets.SECONDS;
    static final Label[] LABELS = {Label.open(METHOD, 10), Label.open(ENDPOINT, 10)};

    private Series() {}

    static double[] bounds() {
        return BOUNDS.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
