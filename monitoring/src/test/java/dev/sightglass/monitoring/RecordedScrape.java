package dev.sightglass.monitoring;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The series of a scrape of the running service, without values. The live drill records them and holds them against the next scrape. */
public record RecordedScrape(List<Sample> series) {

    public static final String FILE = "monitoring/src/test/resources/recorded-scrape.txt";
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What Prometheus adds to a scrape by itself. */
    private static final Set<String> OF_PROMETHEUS =
        Set.of("up", "scrape_samples_post_metric_relabeling", "scrape_duration_seconds");

    public static RecordedScrape load() {
        return parse(Project.read(FILE));
    }

    public static RecordedScrape parse(String text) {
        return new RecordedScrape(
            text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(RecordedScrape::sample).toList());
    }

    public static Sample sample(String line) {
        Matcher matcher = SERIES.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no series: " + line);
        }
        var labels = new TreeMap<String, String>();
        Matcher label = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return new Sample(matcher.group(1), labels);
    }

    /** The one recorded series with a name and these labels. */
    public Sample find(Sample wanted) {
        if (OF_PROMETHEUS.contains(wanted.name())) {
            return wanted;
        }
        return series.stream().filter(wanted::equals).findFirst().orElseThrow(
            () -> new AssertionError(wanted.text() + " is in no scrape of the service; recorded are "
                + series.stream().filter(sample -> sample.name().equals(wanted.name())).map(Sample::text).limit(10)
                    .toList()));
    }

    public Set<String> names() {
        var names = series.stream().map(Sample::name).collect(toSet());
        names.addAll(OF_PROMETHEUS);
        return names;
    }

    /** A series: name and labels. */
    public record Sample(String name, Map<String, String> labels) {

        public String text() {
            return labels.isEmpty() ? name
                : name + labels.entrySet().stream().map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                    .toList().toString()
                    .replace("[", "{").replace("]", "}").replace(", ", ",");
        }
    }
}
