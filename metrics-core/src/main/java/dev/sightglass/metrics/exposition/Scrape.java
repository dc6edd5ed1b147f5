package dev.sightglass.metrics.exposition;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes what a registry holds. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class Scrape {
    private static final ExpositionFormats WRITERS = ExpositionFormats.init();

    private Scrape() {}

    /**
     * Reads the registry once and writes what it held.
     *
     * @param registry what to read
     * @param format how to write
     * @param filter which metrics
     * @param out where to; not closed
     * @throws IOException if writing fails
     * @throws IllegalStateException if the format is not {@linkplain Format#isAvailable() available}
     */
    public static void write(PrometheusRegistry registry, Format format, NameFilter filter, OutputStream out)
        throws IOException {
        write(filter.takesAll() ? registry.scrape() : registry.scrape(filter), format, out);
    }

    /**
     * Writes what was read before.
     *
     * @param snapshots what to write
     * @param format how to write
     * @param out where to; not closed
     * @throws IOException if writing fails
     * @throws IllegalStateException if the format is not {@linkplain Format#isAvailable() available}
     */
    public static void write(MetricSnapshots snapshots, Format format, OutputStream out) throws IOException {
        switch (format) {
            case TEXT -> with(WRITERS.getPrometheusTextFormatWriter(), snapshots, out);
            case OPENMETRICS -> with(WRITERS.getOpenMetricsTextFormatWriter(), snapshots, out);
            case PROTOBUF -> with(protobuf(), snapshots, out);
            case JSON -> JsonSummary.write(snapshots, out);
        }
    }

    static boolean canWriteProtobuf() {
        return WRITERS.getPrometheusProtobufWriter().isAvailable();
    }

    private static ExpositionFormatWriter protobuf() {
        if (!canWriteProtobuf()) {
            throw new IllegalStateException("format PROTOBUF: cannot be written without its library. "
                + "Add io.prometheus:prometheus-metrics-exposition-formats, or choose another format");
        }
        return WRITERS.getPrometheusProtobufWriter();
    }

    private static void with(ExpositionFormatWriter writer, MetricSnapshots snapshots, OutputStream out)
        throws IOException {
        writer.write(out, snapshots, EscapingScheme.UNDERSCORE_ESCAPING);
    }
}
