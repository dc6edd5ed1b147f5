package dev.sightglass.benchmarks.recording;

import com.codahale.metrics.MetricRegistry;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.HistogramMode;
import dev.sightglass.metrics.MetricsCollector;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Timing work that takes no time: two reads of the clock, and what each library makes of their difference. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimedCalls {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final DistributionDataPoint clientJavaClassic = Contenders.clientJava(HistogramMode.CLASSIC);
    private final DistributionDataPoint clientJavaNative = Contenders.clientJava(HistogramMode.NATIVE);
    private final DistributionDataPoint clientJavaBoth = Contenders.clientJava(HistogramMode.CLASSIC_AND_NATIVE);
    private final Timer micrometerPlain = Contenders.micrometerTimer(false);
    private final Timer micrometerSlo = Contenders.micrometerTimer(true);
    private final com.codahale.metrics.Timer dropwizard = new MetricRegistry().timer(Series.NAME);
    private final DoubleHistogram openTelemetry = Contenders.openTelemetry(Telemetry.meter());
    private final BoundHistogram classic = Contenders.sightglass(HistogramMode.CLASSIC);
    private final BoundHistogram nativeOnly = Contenders.sightglass(HistogramMode.NATIVE);
    private final BoundHistogram both = Contenders.sightglass(HistogramMode.CLASSIC_AND_NATIVE);
    private final BoundHistogram disabled =
        MetricsCollector.disabled().histogram(Contenders.DECLARATION).bind(Series.POST, Series.REPORTS);

    @Benchmark
    public void clientJavaClassic() {
        clientJava(clientJavaClassic);
    }

    @Benchmark
    public void clientJavaNative() {
        clientJava(clientJavaNative);
    }

    @Benchmark
    public void clientJavaBoth() {
        clientJava(clientJavaBoth);
    }

    private static void work() {
        // Takes no time.
    }

    /** By hand, because its own timer object allocates. */
    private static void clientJava(DistributionDataPoint histogram) {
        long started = System.nanoTime();
        work();
        histogram.observe((System.nanoTime() - started) * SECONDS_PER_NANO);
    }

    @Benchmark
    public void micrometerPlain() {
        micrometerPlain.record(TimedCalls::work);
    }

    @Benchmark
    public void micrometerSlo() {
        micrometerSlo.record(TimedCalls::work);
    }

    @Benchmark
    public void dropwizard() {
        dropwizard.time(TimedCalls::work);
    }

    @Benchmark
    public void openTelemetry() {
        long started = System.nanoTime();
        work();
        openTelemetry.record((System.nanoTime() - started) * SECONDS_PER_NANO, Telemetry.ATTRIBUTES);
    }

    @Benchmark
    public void sightglassClassic() {
        classic.time(TimedCalls::work);
    }

    @Benchmark
    public void sightglassNative() {
        nativeOnly.time(TimedCalls::work);
    }

    @Benchmark
    public void sightglassBoth() {
        both.time(TimedCalls::work);
    }

    @Benchmark
    public void sightglassDisabled() {
        disabled.time(TimedCalls::work);
    }
}
