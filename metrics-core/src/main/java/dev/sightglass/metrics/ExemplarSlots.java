package dev.sightglass.metrics;

import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The exemplars of one histogram series, one for each range of values.
 *
 * <p>
 * A scrape arms the series; from then on an observation is remembered only if it falls into a higher range than any since
 * that scrape. So an update costs one read and one comparison, needs no clock and no thread (the client library's own
 * sampler needs both), and what is kept leans to the slow and the large, which is what one looks for.
 */
final class ExemplarSlots {
    private static final long LONGEST_KEPT_MILLIS = 600_000;

    private final ExemplarSource source;
    private final double[] bounds;
    private final AtomicReferenceArray<Exemplar> slots;
    private volatile double above = Double.NEGATIVE_INFINITY;

    ExemplarSlots(ExemplarSource source, double[] bounds) {
        this.source = source;
        this.bounds = bounds;
        this.slots = new AtomicReferenceArray<>(bounds.length + 1);
    }

    void offer(double value) {
        if (value > above) {
            sample(value);
        }
    }

    private void sample(double value) {
        Labels labels = source.labels();
        if (labels == null) {
            return;
        }
        int range = 0;
        while (range < bounds.length && value > bounds[range]) {
            range++;
        }
        slots.set(range,
            Exemplar.builder().value(value).labels(labels).timestampMillis(System.currentTimeMillis()).build());
        above = range == bounds.length ? Double.POSITIVE_INFINITY : bounds[range];
    }

    Exemplars collect() {
        above = Double.NEGATIVE_INFINITY;
        long oldest = System.currentTimeMillis() - LONGEST_KEPT_MILLIS;
        List<Exemplar> kept = new ArrayList<>();
        for (int i = 0; i < slots.length(); i++) {
            Exemplar exemplar = slots.get(i);
            if (exemplar != null && exemplar.getTimestampMillis() >= oldest) {
                kept.add(exemplar);
            }
        }
        return kept.isEmpty() ? Exemplars.EMPTY : Exemplars.of(kept);
    }
}
