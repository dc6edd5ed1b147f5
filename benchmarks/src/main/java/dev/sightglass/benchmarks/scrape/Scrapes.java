package dev.sightglass.benchmarks.scrape;

import dev.sightglass.metrics.exposition.Format;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One scrape, from reading the series to the last byte. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Scrapes {
    @Param
    public Library library = Library.SIGHTGLASS;

    @Param
    public Shape shape = Shape.COUNTERS;

    @Param({"1000", "10000"})
    public int series;

    @Param
    public Format format = Format.TEXT;

    private @Nullable Exposed exposed;

    @Setup
    public void fill() {
        exposed = Subjects.of(library, shape, shape.labelSets(series));
    }

    @Benchmark
    public long scrape() throws IOException {
        var sink = new Sink();
        if (exposed != null) {
            exposed.write(format, sink);
        }
        return sink.bytes();
    }
}
