package dev.sightglass.benchmarks.scrape;

import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.exposition.NameFilter;
import dev.sightglass.metrics.exposition.Scrape;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long an update takes while another thread does nothing but scrape. */
@State(Scope.Group)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UpdatesDuringScrape {
    private static final int LABEL_SETS = 1000;
    private static final String NAME = "busy";
    private static final String HELP = "Busy.";
    private static final String KEY = "key";

    /** Micrometer has no such buffer as the other two, so it is not asked. */
    @Param({"SIGHTGLASS", "CLIENT_JAVA"})
    public Library library = Library.SIGHTGLASS;

    private final List<DoubleConsumer> series = new ArrayList<>();
    private Exposed exposed = (format, out) -> {};
    private int next;

    @Setup
    public void fill() {
        if (library == Library.SIGHTGLASS) {
            var metrics = MetricsCollector.create();
            var histogram = metrics.histogram(
                HistogramDeclaration.seconds(NAME, HELP, Buckets.SECONDS, Label.open(KEY, LABEL_SETS)));
            add(key -> histogram.bind(key)::observe);
            exposed = metrics::write;
        } else {
            var registry = new PrometheusRegistry();
            var histogram = Histogram.builder().name(NAME).help(HELP).labelNames(KEY).withoutExemplars()
                .classicUpperBounds(Buckets.SECONDS.stream().mapToDouble(Double::doubleValue).toArray())
                .register(registry);
            add(key -> histogram.labelValues(key)::observe);
            exposed = (format, out) -> Scrape.write(registry, format, NameFilter.ALL, out);
        }
    }

    private void add(Function<String, DoubleConsumer> bind) {
        for (int i = 0; i < LABEL_SETS; i++) {
            series.add(bind.apply("k" + i));
        }
    }

    @Benchmark
    @Group("middle")
    @GroupThreads(1)
    public void update() {
        series.get(next++ % LABEL_SETS).accept(0.05);
        if (next == Integer.MAX_VALUE) {
            next = 0;
        }
    }

    @Benchmark
    @Group("middle")
    @GroupThreads(1)
    public long scrape() throws IOException {
        var sink = new Sink();
        exposed.write(Format.TEXT, sink);
        return sink.bytes();
    }
}
