package dev.sightglass.monitoring;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever page or value of the chart names a metric, the service has it. */
class NamesTest {

    private static final Pattern NAME =
        Pattern.compile("(?<![A-Za-z0-9_:./-])sightglass_[a-z0-9_]*[a-z0-9](?![A-Za-z0-9_:*])");
    /** Lists what is declared, also for other programs. */
    private static final String REFERENCE = "docs/reference/metrics.md";

    @Test
    void everyMetricThatIsNamedIsScraped() throws IOException {
        var known = RecordedScrape.load().names();
        known.addAll(
            known.stream().filter(name -> name.endsWith("_bucket")).map(name -> name.replace("_bucket", "")).toList());
        var unknown = new TreeSet<String>();
        for (var file : files()) {
            NAME.matcher(Files.readString(file)).results().map(found -> found.group())
                .filter(name -> !known.contains(name))
                .forEach(name -> unknown.add(Project.ROOT.relativize(file) + ": " + name));
        }
        assertThat(unknown).isEmpty();
    }

    private static Set<Path> files() throws IOException {
        try (var docs = Files.walk(Project.ROOT.resolve("docs"));
            var chart = Files.walk(Project.ROOT.resolve("helm"))) {
            return Stream.concat(Stream.of(Project.ROOT.resolve("README.md")), Stream.concat(docs, chart))
                .filter(Files::isRegularFile)
                .filter(file -> !file.endsWith(REFERENCE)).collect(toCollection(TreeSet::new));
        }
    }
}
