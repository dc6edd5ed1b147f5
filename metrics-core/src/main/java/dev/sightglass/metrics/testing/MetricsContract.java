package dev.sightglass.metrics.testing;

import dev.sightglass.metrics.MetricDeclaration;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a collector has declared, as a contract that a build can hold other things against: the scrape itself, and every
 * file that speaks of metrics.
 *
 * <pre>{@code
 * MetricsContract contract = MetricsContract.of(metrics);
 * contract.assertScrapeMatches();
 * contract.assertFilesUseOnlyDeclared(Path.of("dashboards/service.json"), Path.of("rules/alerts.yml"));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class MetricsContract {
    private final MetricsCollector metrics;
    private final Vocabulary vocabulary;
    private final Set<String> maybeAbsent = new HashSet<>();
    private final Set<String> notMetrics = new HashSet<>();
    private final Set<String> outsideLabels = new HashSet<>(Set.of("job", "instance"));

    private MetricsContract(MetricsCollector metrics) {
        this.metrics = metrics;
        this.vocabulary = Vocabulary.of(metrics.namespace(), metrics.declarations());
    }

    /**
     * The contract of everything that has been declared so far.
     *
     * @param metrics the collector
     * @return the contract
     */
    public static MetricsContract of(MetricsCollector metrics) {
        return new MetricsContract(metrics);
    }

    /**
     * Metrics that may be missing from a scrape, because their first series comes with an event.
     *
     * @param declarations the metrics
     * @return this contract
     */
    public MetricsContract maybeAbsent(MetricDeclaration... declarations) {
        for (MetricDeclaration declaration : declarations) {
            maybeAbsent.add(metrics.namespace() + "_" + declaration.familyName());
        }
        return this;
    }

    /**
     * Words in files that begin like a metric and are none, such as the name of a chart.
     *
     * @param words the words
     * @return this contract
     */
    public MetricsContract notMetrics(String... words) {
        notMetrics.addAll(List.of(words));
        return this;
    }

    /**
     * Labels that the server adds to every series. {@code job} and {@code instance} are known already.
     *
     * @param labels the labels
     * @return this contract
     */
    public MetricsContract labelsFromOutside(String... labels) {
        outsideLabels.addAll(List.of(labels));
        return this;
    }

    /**
     * Compares a scrape in the text format with the declarations.
     *
     * @param scrape the scrape
     * @return one sentence for each declared metric that is missing and each series or label that is not declared
     */
    public List<String> violationsInScrape(String scrape) {
        return new ScrapeCheck(vocabulary, maybeAbsent).violations(scrape);
    }

    /**
     * Finds what a text says of this collector's metrics that is not so: words with the collector's namespace that are
     * no series, labels in their matchers that the series do not carry, values there that a closed label never takes,
     * and, on the same line, labels to group by that no metric carries.
     *
     * @param name how to call the text in a sentence
     * @param text PromQL, or anything that contains it
     * @return one sentence for each mistake
     */
    public List<String> violationsIn(String name, String text) {
        return new QueryCheck(vocabulary, notMetrics, outsideLabels).violations(name, text);
    }

    /**
     * Scrapes the collector and holds the scrape against the declarations.
     *
     * @throws AssertionError if they differ; it says how
     */
    public void assertScrapeMatches() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            metrics.write(Format.TEXT, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fail("the scrape does not match the declarations",
            violationsInScrape(out.toString(StandardCharsets.UTF_8)));
    }

    /**
     * Holds files against the declarations: dashboards, rules, documents, in any text format.
     *
     * @param files the files
     * @throws AssertionError if one speaks of something that is not declared; it says where
     * @throws UncheckedIOException if one cannot be read
     */
    public void assertFilesUseOnlyDeclared(Path... files) {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.addAll(violationsIn(file.toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        fail("files speak of metrics that are not declared", all);
    }

    private static void fail(String what, Collection<String> violations) {
        if (!violations.isEmpty()) {
            throw new AssertionError(what + ":\n  " + String.join("\n  ", violations));
        }
    }
}
