package dev.sightglass.benchmarks.recording;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What nothing costs, and what no library can go below. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Floor {
    private final LongAdder adder = new LongAdder();

    @Benchmark
    public void nothing() {
        // The call of a benchmark method itself.
    }

    @Benchmark
    public void longAdder() {
        adder.increment();
    }

    @Benchmark
    public long twoClockReads() {
        long started = System.nanoTime();
        return System.nanoTime() - started;
    }
}
