package dev.sightglass.metrics.exposition;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One JSON object: each metric's name, with its series as a list of labels and present values. */
final class JsonSummary {
    private static final double[] QUANTILES = {0.5, 0.95, 0.99};

    private final StringBuilder json = new StringBuilder(4096);

    private JsonSummary() {}

    static void write(MetricSnapshots snapshots, OutputStream out) throws IOException {
        JsonSummary summary = new JsonSummary();
        summary.json.append('{');
        for (MetricSnapshot snapshot : snapshots) {
            if (!snapshot.getDataPoints().isEmpty()) {
                summary.metric(snapshot);
            }
        }
        summary.json.append("}\n");
        out.write(summary.json.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void metric(MetricSnapshot snapshot) {
        key(snapshot.getMetadata().getPrometheusName());
        json.append('[');
        for (DataPointSnapshot point : snapshot.getDataPoints()) {
            separate();
            json.append('{');
            labels(point.getLabels());
            value(snapshot, point);
            json.append('}');
        }
        json.append(']');
    }

    private void labels(Labels labels) {
        if (labels.isEmpty()) {
            return;
        }
        key("labels");
        json.append('{');
        for (Label label : labels) {
            key(label.getName());
            string(label.getValue());
        }
        json.append('}');
    }

    private void value(MetricSnapshot snapshot, DataPointSnapshot point) {
        if (point instanceof CounterDataPointSnapshot counter) {
            number("value", counter.getValue());
        } else if (point instanceof GaugeDataPointSnapshot gauge) {
            number("value", gauge.getValue());
        } else if (point instanceof UnknownDataPointSnapshot unknown) {
            number("value", unknown.getValue());
        } else if (snapshot instanceof InfoSnapshot) {
            number("value", 1);
        } else if (point instanceof StateSetDataPointSnapshot states) {
            states.stream().forEach(state -> number(state.getName(), state.isTrue() ? 1 : 0));
        } else if (point instanceof DistributionDataPointSnapshot distribution) {
            distribution(distribution);
        }
    }

    private void distribution(DistributionDataPointSnapshot point) {
        number("count", (double) point.getCount());
        number("sum", point.getSum());
        if (point instanceof HistogramDataPointSnapshot histogram && histogram.hasClassicHistogramData()
            && histogram.getCount() > 0) {
            ClassicHistogramBuckets buckets = histogram.getClassicBuckets();
            for (double quantile : QUANTILES) {
                number("p" + Math.round(quantile * 100), Quantile.estimate(buckets, quantile));
            }
        }
    }

    private void number(String name, double value) {
        key(name);
        if (!Double.isFinite(value)) {
            json.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.append((long) value);
        } else {
            json.append(value);
        }
    }

    private void key(String name) {
        separate();
        string(name);
        json.append(':');
    }

    private void separate() {
        char last = json.charAt(json.length() - 1);
        if (last != '{' && last != '[') {
            json.append(',');
        }
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
