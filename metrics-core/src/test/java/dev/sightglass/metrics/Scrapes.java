package dev.sightglass.metrics;

import dev.sightglass.metrics.exposition.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** Reads what a collector exposes. */
public final class Scrapes {
    private Scrapes() {}

    public static String text(MetricsCollector metrics) {
        return in(Format.TEXT, metrics);
    }

    public static String in(Format format, MetricsCollector metrics) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            metrics.write(format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The value of a series given as it stands in a scrape, labels sorted by name. */
    public static OptionalDouble value(MetricsCollector metrics, String series) {
        return text(metrics).lines()
            .filter(line -> line.startsWith(series + " "))
            .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
            .findFirst();
    }
}
