package dev.sightglass.metrics;

import io.prometheus.metrics.core.metrics.StatefulMetric;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One metric in the registry: the client library's own metric, in whose points the numbers are kept, narrowed to the
 * series that are live and joined by those that are read from callbacks.
 */
abstract class Family<B extends BoundSeries, P extends DataPointSnapshot> implements Collector {
    private final StatefulMetric<?, ?> delegate;
    private final String metric;
    private final String[] labelNames;
    private final SeriesTable<B> series;
    private final Callbacks callbacks;

    Family(StatefulMetric<?, ?> delegate, List<String> labelNames, SeriesTable<B> series, Callbacks callbacks) {
        this.delegate = delegate;
        this.metric = callbacks.metric();
        this.labelNames = labelNames.toArray(String[]::new);
        this.series = series;
        this.callbacks = callbacks;
    }

    /** A point as the client library read it, made ready for the scrape. */
    abstract P stored(DataPointSnapshot point, B series);

    /** A point whose value a callback gave. */
    abstract P called(double value, Labels labels);

    abstract MetricSnapshot snapshot(MetricMetadata metadata, List<P> points);

    final SeriesTable<B> series() {
        return series;
    }

    final int size() {
        return series.size() + callbacks.size();
    }

    final Observed observe(DoubleSupplier source, String... labelValues) {
        if (labelValues.length != labelNames.length) {
            throw new IllegalArgumentException(metric + ": takes values for labels " + Arrays.toString(labelNames)
                + ". Found: " + Arrays.toString(labelValues));
        }
        return callbacks.add(List.of(labelValues), source);
    }

    @Override
    public final MetricSnapshot collect() {
        series.reviveUsed();
        MetricSnapshot read = delegate.collect();
        List<P> points = new ArrayList<>(read.getDataPoints().size() + callbacks.size());
        for (DataPointSnapshot point : read.getDataPoints()) {
            B live = series.find(point.getLabels());
            if (live != null && !callbacks.contains(live.labelValues())) {
                points.add(stored(point, live));
            }
        }
        callbacks.readAll((values, value) -> points.add(called(value, labels(values))));
        return snapshot(read.getMetadata(), points);
    }

    private Labels labels(List<String> values) {
        return Labels.of(labelNames, values.toArray(String[]::new));
    }

    @Override
    public final @Nullable MetricFamilyDescriptor getMetricFamilyDescriptor() {
        return delegate.getMetricFamilyDescriptor();
    }
}
