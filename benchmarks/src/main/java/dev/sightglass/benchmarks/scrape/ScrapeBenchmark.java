package dev.sightglass.benchmarks.scrape;

import dev.sightglass.metrics.exposition.Format;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures scrapes in every format, beside Micrometer's; and updates while somebody scrapes. */
@Command(name = "scrape", mixinStandardHelpOptions = true, exitCodeOnExecutionException = 2, description = "What a scrape costs in time, garbage and bytes, and how long an update takes meanwhile.")
public final class ScrapeBenchmark implements Callable<Integer> {
    private static final double KILO = 1024;
    private static final int WARM_UP = 2;

    @Option(names = "--series", split = ",", description = "Time series in a scrape; default: ${DEFAULT-VALUE}.")
    private List<Integer> series = List.of(1000, 10_000);

    @Option(names = "--iterations", description = "Measured iterations; default: ${DEFAULT-VALUE}.")
    private int iterations = 4;

    @Option(names = "--millis", description = "How long an iteration is; default: ${DEFAULT-VALUE}.")
    private int millis = 300;

    @Override
    public Integer call() throws RunnerException, IOException {
        System.out.printf("%d processors, Java %s; %d x %d ms%n%n", Runtime.getRuntime().availableProcessors(),
            Runtime.version(), iterations, millis);
        System.out.printf("%-11s %7s %-12s %-12s %9s %14s %9s%n", "shape", "series", "format", "library", "ms",
            "KB allocated", "KB out");
        for (var shape : Shape.values()) {
            for (int number : series) {
                for (var format : Format.values()) {
                    for (var library : Library.values()) {
                        if (format != Format.JSON || library == Library.SIGHTGLASS) {
                            scrape(shape, number, format, library);
                        }
                    }
                }
            }
        }
        updatesDuringScrape();
        return 0;
    }

    private void scrape(Shape shape, int number, Format format, Library library) throws RunnerException, IOException {
        var result = run(options(Scrapes.class).param("shape", shape.name()).param("series", Integer.toString(number))
            .param("format", format.name()).param("library", library.name()).addProfiler(GCProfiler.class));
        var sink = new Sink();
        Subjects.of(library, shape, shape.labelSets(number)).write(format, sink);
        System.out.printf("%-11s %7d %-12s %-12s %9.2f %14.0f %9.0f%n", word(shape), number, word(format),
            word(library),
            result.getPrimaryResult().getScore(),
            secondary(result, "gc.alloc.rate.norm").getScore() / KILO, sink.bytes() / KILO);
    }

    private void updatesDuringScrape() throws RunnerException {
        System.out.printf("%nAn update while another thread scrapes 1,000 histograms without pause, in ns%n");
        System.out.printf("%-12s %9s %9s %9s %11s %11s%n", "library", "p50", "p99", "p99.9", "p99.99", "longest");
        for (var library : List.of(Library.SIGHTGLASS, Library.CLIENT_JAVA)) {
            var result = run(options(UpdatesDuringScrape.class).param("library", library.name()));
            var updates = secondary(result, "update").getStatistics();
            System.out.printf("%-12s %9.0f %9.0f %9.0f %11.0f %11.0f%n", word(library), updates.getPercentile(50),
                updates.getPercentile(99), updates.getPercentile(99.9), updates.getPercentile(99.99), updates.getMax());
        }
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder().include("^" + benchmark.getName().replace(".", "\\.") + "\\.").forks(1)
            .jvmArgs("-Xmx1g", "-XX:+UseSerialGC").warmupIterations(WARM_UP)
            .warmupTime(TimeValue.milliseconds(millis)).measurementIterations(iterations)
            .measurementTime(TimeValue.milliseconds(millis)).verbosity(VerboseMode.SILENT).shouldFailOnError(true);
    }

    private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).runSingle();
    }

    private static Result<?> secondary(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
