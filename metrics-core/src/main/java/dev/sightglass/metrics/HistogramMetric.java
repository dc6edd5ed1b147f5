package dev.sightglass.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/**
 * A registered histogram. Bind its series once and keep them: {@link #bind} looks up, {@link BoundHistogram} observes.
 * Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class HistogramMetric {
    private final Registration<BoundHistogram> registration;

    HistogramMetric(Registration<BoundHistogram> registration) {
        this.registration = registration;
    }

    /**
     * Finds the series for these label values, and makes it, empty, if it does not exist. A value past its label's bound,
     * or longer than 256 characters, becomes {@link LabelBound#OTHER}, and the loss is counted in
     * {@code metrics_label_overflow_total}.
     *
     * @param labelValues one value for each label, in the order of the declaration
     * @return the series, the same for the same values
     * @throws IllegalArgumentException if the number of values is not the number of labels
     */
    public BoundHistogram bind(String... labelValues) {
        return registration.bind(labelValues);
    }

    /**
     * Reserves places for values of an open label that are known before they are seen, so that no other value can take
     * them.
     *
     * @param label the label's name
     * @param values the values
     * @throws IllegalArgumentException if there is no such label
     */
    public void reserve(String label, String... values) {
        registration.reserve(label, values);
    }

    /** The histogram in a scrape. */
    static final class InRegistry extends Family<BoundHistogram, HistogramDataPointSnapshot> {
        InRegistry(Histogram delegate, List<String> labelNames, SeriesTable<BoundHistogram> series,
            Callbacks callbacks) {
            super(delegate, labelNames, series, callbacks);
        }

        @Override
        List<HistogramDataPointSnapshot> stored(MetricSnapshot read) {
            return live(read, InRegistry::withExemplars);
        }

        private static HistogramDataPointSnapshot withExemplars(DataPointSnapshot point, BoundHistogram series) {
            HistogramDataPointSnapshot read = (HistogramDataPointSnapshot) point;
            Exemplars exemplars = series.exemplars();
            return exemplars.size() == 0
                ? read
                : new HistogramDataPointSnapshot(read.getClassicBuckets(), read.getNativeSchema(),
                    read.getNativeZeroCount(), read.getNativeZeroThreshold(),
                    read.getNativeBucketsForPositiveValues(), read.getNativeBucketsForNegativeValues(), read.getSum(),
                    read.getLabels(), exemplars, read.getCreatedTimestampMillis());
        }

        @Override
        HistogramDataPointSnapshot called(double value, Labels labels) {
            throw new IllegalStateException("a histogram has no callbacks; this is a bug in metrics-core");
        }

        @Override
        MetricSnapshot snapshot(MetricMetadata metadata, List<HistogramDataPointSnapshot> points) {
            return new HistogramSnapshot(metadata, points);
        }
    }
}
