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
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
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

    /** The points of the live series that no callback speaks for. */
    abstract List<P> stored(MetricSnapshot read);

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
        List<String> values = List.of(labelValues);
        return callbacks.add(values, 1, reader -> reader.read(values, source.getAsDouble()));
    }

    /** Of series that differ in their last label only, the one that holds is 1 and the others are 0. */
    final Observed observeOneOf(List<String> scope, List<String> last, IntSupplier holding) {
        if (scope.size() + 1 != labelNames.length) {
            throw new IllegalArgumentException(metric + ": takes values for labels " + Arrays.toString(labelNames)
                + ", the last of which is the state. Found: " + scope);
        }
        List<List<String>> series = last.stream().map(state -> {
            List<String> values = new ArrayList<>(scope);
            values.add(state);
            return List.copyOf(values);
        }).toList();
        return callbacks.add(scope, series.size(), reader -> {
            int one = holding.getAsInt();
            for (int i = 0; i < series.size(); i++) {
                reader.read(series.get(i), i == one ? 1 : 0);
            }
        });
    }

    @Override
    public final MetricSnapshot collect() {
        series.reviveUsed();
        MetricSnapshot read = delegate.collect();
        if (callbacks.size() == 0 && standsAsRead(read)) {
            return read;
        }
        List<P> points = stored(read);
        callbacks.readAll((values, value) -> points.add(called(value, labels(values))));
        return snapshot(read.getMetadata(), points);
    }

    /** Whether what the client library read is the scrape, point by point. */
    boolean standsAsRead(MetricSnapshot read) {
        return false;
    }

    /** Those of the points that the client library read which belong to such series, each made ready for the scrape. */
    final List<P> live(MetricSnapshot read, BiFunction<DataPointSnapshot, B, P> ready) {
        List<P> points = new ArrayList<>(read.getDataPoints().size() + callbacks.size());
        for (DataPointSnapshot point : read.getDataPoints()) {
            B live = series.find(point.getLabels());
            if (live != null && isStored(live)) {
                points.add(ready.apply(point, live));
            }
        }
        return points;
    }

    final boolean isStored(B live) {
        return !callbacks.contains(live.labelValues());
    }

    private Labels labels(List<String> values) {
        return Labels.of(labelNames, values.toArray(String[]::new));
    }

    @Override
    public final @Nullable MetricFamilyDescriptor getMetricFamilyDescriptor() {
        return delegate.getMetricFamilyDescriptor();
    }
}
