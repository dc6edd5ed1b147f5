package dev.sightglass.metrics.micronaut;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import io.micronaut.context.BeanContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What Prometheus would read. */
public final class Scrapes {
    private Scrapes() {}

    /** The lines of a scrape in text form. */
    public static List<String> lines(BeanContext context) {
        try {
            var out = new ByteArrayOutputStream();
            context.getBean(MetricsCollector.class).write(Format.TEXT, out);
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The value of the series with these labels, given as name and value in turn; 0 if it is not there. */
    public static double value(BeanContext context, String name, String... labels) {
        var wanted =
            IntStream.range(0, labels.length / 2).mapToObj(i -> labels[2 * i] + "=\"" + labels[2 * i + 1] + "\"")
                .sorted().collect(Collectors.joining(","));
        var series = labels.length == 0 ? name + " " : name + "{" + wanted + "} ";
        return lines(context).stream().filter(line -> line.startsWith(series))
            .mapToDouble(line -> Double.parseDouble(line.substring(series.length()))).findFirst().orElse(0);
    }
}
