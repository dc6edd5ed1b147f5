package dev.sightglass.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A registered gauge. Prefer {@link #observe}, which reads the truth when asked, to {@link #bind}, which keeps a copy of
 * it. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class GaugeMetric {
    private final Registration<BoundGauge> registration;

    GaugeMetric(Registration<BoundGauge> registration) {
        this.registration = registration;
    }

    Registration<BoundGauge> registration() {
        return registration;
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
    public BoundGauge bind(String... labelValues) {
        return registration.bind(labelValues);
    }

    /**
     * Reads a series from its source at each scrape. A later source for the same labels replaces the earlier one. A
     * source that throws loses its series for that scrape and is counted; one that answers {@link Double#NaN} says that
     * the value is not known.
     *
     * @param source gives the value; called on the scraping thread, so it should answer quickly
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

    /** The gauge in a scrape. */
    static final class InRegistry extends Family<BoundGauge, GaugeDataPointSnapshot> {
        InRegistry(Gauge delegate, List<String> labelNames, SeriesTable<BoundGauge> series, Callbacks callbacks) {
            super(delegate, labelNames, series, callbacks);
        }

        /** The client library keeps the metadata only; a gauge's value is kept in its series. */
        @Override
        List<GaugeDataPointSnapshot> stored(MetricSnapshot read) {
            List<GaugeDataPointSnapshot> points = new ArrayList<>();
            series().forEach((labels, gauge) -> {
                if (isStored(gauge)) {
                    points.add(called(gauge.value(), labels));
                }
            });
            return points;
        }

        @Override
        GaugeDataPointSnapshot called(double value, Labels labels) {
            return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
        }

        @Override
        MetricSnapshot snapshot(MetricMetadata metadata, List<GaugeDataPointSnapshot> points) {
            return new GaugeSnapshot(metadata, points);
        }
    }
}
