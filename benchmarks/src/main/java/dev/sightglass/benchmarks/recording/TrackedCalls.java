package dev.sightglass.benchmarks.recording;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.HttpEndpoint;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole operations: each is counted by outcome, timed with classic and native buckets, and counted while it runs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TrackedCalls {
    private static final int OK = 200;
    private static final long SENT = 2_000;
    private static final long RECEIVED = 100;

    private final ApplicationContext context = ApplicationContext.run();
    private final AdvisedWork advised = context.getBean(AdvisedWork.class);
    private final Work proxied = MetricsCollector.create().instrument(Work.class, new Work.Plain());
    private final HttpClientMetrics http =
        new HttpClientMetrics(MetricsCollector.create(), new HttpEndpoint(Series.POST, Series.REPORTS));

    @TearDown
    public void close() {
        context.close();
    }

    @Benchmark
    public long micronautEmptyAdvice() {
        return advised.passed(1, 2);
    }

    @Benchmark
    public long sightglassAdvice() {
        return advised.tracked(1, 2);
    }

    @Benchmark
    public long sightglassProxy() {
        return proxied.add(1, 2);
    }

    @Benchmark
    public void sightglassHttpExchange() {
        http.request(Series.POST, Series.REPORTS).finish(OK, SENT, RECEIVED);
    }
}
