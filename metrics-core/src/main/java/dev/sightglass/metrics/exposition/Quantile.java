package dev.sightglass.metrics.exposition;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;

/** Estimates a quantile from classic buckets, linear inside a bucket, as Prometheus does it. */
final class Quantile {
    private Quantile() {}

    static double estimate(ClassicHistogramBuckets buckets, double quantile) {
        long total = 0;
        for (int i = 0; i < buckets.size(); i++) {
            total += buckets.getCount(i);
        }
        double rank = quantile * total;
        double below = 0;
        double lower = 0;
        for (int i = 0; i < buckets.size(); i++) {
            double upper = buckets.getUpperBound(i);
            long count = buckets.getCount(i);
            if (below + count >= rank && count > 0) {
                return Double.isInfinite(upper) ? lower : lower + (upper - lower) * (rank - below) / count;
            }
            below += count;
            lower = upper;
        }
        return lower;
    }
}
