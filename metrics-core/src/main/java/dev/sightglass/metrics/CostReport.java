package dev.sightglass.metrics;

import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.exposition.Scrape;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Finds out what each metric in a registry costs, by writing each for itself. */
final class CostReport {
    private CostReport() {}

    static List<MetricCost> of(MetricSnapshots snapshots) {
        List<MetricCost> costs = new ArrayList<>();
        for (MetricSnapshot snapshot : snapshots) {
            costs.add(of(snapshot));
        }
        costs.sort(Comparator.comparingLong(MetricCost::bytes).reversed().thenComparing(MetricCost::name));
        return costs;
    }

    private static MetricCost of(MetricSnapshot snapshot) {
        String text = written(snapshot);
        long timeSeries = text.lines().filter(line -> !line.startsWith("#")).count();
        String type = snapshot.getClass().getSimpleName().replace("Snapshot", "").toLowerCase(Locale.ROOT);
        return new MetricCost(snapshot.getMetadata().getPrometheusName(), type, snapshot.getDataPoints().size(),
            timeSeries, text.getBytes(StandardCharsets.UTF_8).length, updates(snapshot));
    }

    private static OptionalLong updates(MetricSnapshot snapshot) {
        List<DistributionDataPointSnapshot> distributions = snapshot.getDataPoints()
            .stream()
            .filter(DistributionDataPointSnapshot.class::isInstance)
            .map(DistributionDataPointSnapshot.class::cast)
            .toList();
        return distributions.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(distributions.stream().mapToLong(DistributionDataPointSnapshot::getCount).sum());
    }

    private static String written(MetricSnapshot snapshot) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Scrape.write(new MetricSnapshots(snapshot), Format.TEXT, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed; this is a bug in metrics-core", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
