package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.group.ExecutorMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.HttpEndpoint;
import dev.sightglass.metrics.group.HttpExchange;
import dev.sightglass.metrics.server.MetricsServer;
import dev.sightglass.metrics.testing.MetricsContract;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import dev.sightglass.metrics.track.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every piece of Java in the README stands here too, and runs. */
class ReadmeTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final MetricsCollector metrics = MetricsCollector.builder().namespace("bakery").build();

    interface Oven {
        @TrackRequestMetrics("bake")
        String bake(String dough);
    }

    @Test
    void everySnippetIsCompiledHere() throws IOException {
        List<String> here = lines(Files.readString(Path.of("src/test/java/dev/sightglass/metrics/ReadmeTest.java")));
        List<List<String>> snippets = SNIPPET.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(result -> lines(result.group(1)))
            .toList();

        assertThat(snippets).hasSizeGreaterThan(5)
            .allSatisfy(snippet -> assertThat(here).containsSequence(snippet));
    }

    @Test
    void theThreeLinesServeAMetric() throws IOException {
        int port = 0;
        // @formatter:off
        MetricsCollector metrics = MetricsCollector.builder().namespace("bakery").build();
        BoundCounter loaves = metrics.counter(CounterDeclaration.of("loaves", "Loaves that were baked.")).bind();
        MetricsServer server = MetricsServer.start(metrics, port);
        // @formatter:on
        loaves.inc();
        server.close();

        assertThat(Scrapes.text(metrics)).contains("""
                                                   # HELP bakery_loaves_total Loaves that were baked.
                                                   # TYPE bakery_loaves_total counter
                                                   bakery_loaves_total 1.0
                                                   """);
    }

    @Test
    void metricsAreDeclaredBoundAndHeldAgainstFiles(@TempDir Path directory) throws IOException {
        List<String> shelf = List.of("rye");
        // @formatter:off
        CounterDeclaration sold = CounterDeclaration.of("loaves_sold", "Loaves that were sold.",
            Label.closed("kind", "rye", "wheat"), Label.open("customer", 100).reserving("hotel"));
        CounterMetric sales = metrics.counter(sold);
        sales.bind("rye", "hotel").inc(12);

        HistogramDeclaration baking = HistogramDeclaration.seconds("baking", "Time in the oven.", Buckets.SECONDS);
        BoundHistogram oven = metrics.histogram(baking).bind();
        long started = oven.start();
        oven.stop(started);

        metrics.gauge(GaugeDeclaration.of("shelf", "Loaves on the shelf.")).observe(shelf::size);
        // @formatter:on
        Path alerts = Files.writeString(directory.resolve("alerts.yml"), "bakery_shelf < 3");
        Path dashboard = Files.writeString(directory.resolve("dashboard.json"), "bakery_loaves_sold_total{kind='rye'}");
        MetricsContract contract = MetricsContract.of(metrics).maybeAbsent(sold);
        contract.assertScrapeMatches();
        contract.assertFilesUseOnlyDeclared(alerts, dashboard);

        assertThat(Scrapes.value(metrics, "bakery_loaves_sold_total{customer=\"hotel\",kind=\"rye\"}")).hasValue(12);
    }

    @Test
    void groupsHaveVerbs() {
        // @formatter:off
        HttpClientMetrics http = new HttpClientMetrics(metrics, new HttpEndpoint("GET", "/flour/{kind}"));
        HttpExchange call = http.request("GET", "/flour/{kind}");
        call.finish(200, 0, 512);

        ExecutorService ovens = Executors.newFixedThreadPool(4);
        new ExecutorMetrics(metrics).watch("ovens", ovens);
        // @formatter:on
        ovens.close();

        assertThat(Scrapes.value(metrics, "bakery_executor_threads_max{executor=\"ovens\"}")).hasValue(4);
    }

    @Test
    void workIsTrackedWithoutBeingTouched() throws Exception {
        // @formatter:off
        Oven measured = metrics.instrument(Oven.class, dough -> dough + " bread");
        Tracker kneading = Tracker.requests(metrics, "knead");
        Callable<String> knead = kneading.wrap(() -> "dough");
        // @formatter:on
        assertThat(measured.bake(knead.call())).isEqualTo("dough bread");

        assertThat(Scrapes.text(metrics)).contains(
            "bakery_operation_requests_total{operation=\"bake\",outcome=\"success\"} 1.0",
            "bakery_operation_requests_total{operation=\"knead\",outcome=\"success\"} 1.0");
    }

    @Test
    void anIdFollowsTheWork() {
        BoundHistogram oven =
            metrics.histogram(HistogramDeclaration.seconds("baking", "Time.", Buckets.SECONDS)).bind();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            // @formatter:off
            CorrelationContext.run(CorrelationId.random(), () -> oven.observe(0.5));
            executor.execute(CorrelationContext.wrap(() -> oven.observe(0.7)));
            // @formatter:on
        }
        assertThat(oven.count()).isEqualTo(2);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
