package dev.sightglass.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A registered counter. Bind its series once and keep them: {@link #bind} looks up, {@link BoundCounter} counts. Safe for
 * any number of threads.
 *
 * @since 0.1.0
 */
public final class CounterMetric {
    private final Registration<BoundCounter> registration;

    CounterMetric(Registration<BoundCounter> registration) {
        this.registration = registration;
    }

    /**
     * Finds the series for these label values, and makes it, at 0, if it does not exist. A value past its label's bound,
     * or longer than 256 characters, becomes {@link LabelBound#OTHER}, and the loss is counted in
     * {@code metrics_label_overflow_total}.
     *
     * @param labelValues one value for each label, in the order of the declaration
     * @return the series, the same for the same values
     * @throws IllegalArgumentException if the number of values is not the number of labels
     */
    public BoundCounter bind(String... labelValues) {
        return registration.bind(labelValues);
    }

    /**
     * Reads a series from its source at each scrape, instead of counting it here. A later source for the same labels
     * replaces the earlier one. A source that throws loses its series for that scrape and is counted.
     *
     * @param source gives the value, which must never fall; called on the scraping thread
     * @param labelValues one value for each label
     * @return closes to take the series out of the scrape
     */
    public Observed observe(DoubleSupplier source, String... labelValues) {
        return registration.observe(source, labelValues);
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

    /** The counter in a scrape. */
    static final class InRegistry extends Family<BoundCounter, CounterDataPointSnapshot> {
        InRegistry(Counter delegate, List<String> labelNames, SeriesTable<BoundCounter> series, Callbacks callbacks) {
            super(delegate, labelNames, series, callbacks);
        }

        /** The client library has all live series; if it has no more than these, none is retired. */
        @Override
        boolean standsAsRead(MetricSnapshot read) {
            return read.getDataPoints().size() == series().size();
        }

        @Override
        List<CounterDataPointSnapshot> stored(MetricSnapshot read) {
            return live(read, (point, series) -> (CounterDataPointSnapshot) point);
        }

        @Override
        CounterDataPointSnapshot called(double value, Labels labels) {
            return CounterDataPointSnapshot.builder().value(value).labels(labels).build();
        }

        @Override
        MetricSnapshot snapshot(MetricMetadata metadata, List<CounterDataPointSnapshot> points) {
            return new CounterSnapshot(metadata, points);
        }
    }
}
