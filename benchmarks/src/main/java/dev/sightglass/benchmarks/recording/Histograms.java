package dev.sightglass.benchmarks.recording;

import com.codahale.metrics.MetricRegistry;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.HistogramMode;
import io.micrometer.core.instrument.DistributionSummary;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Observing a value that is known already, so that no clock is read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Histograms {
    private static final double NANOS_PER_SECOND = 1e9;

    private final DistributionDataPoint clientJavaClassic = Contenders.clientJava(HistogramMode.CLASSIC);
    private final DistributionDataPoint clientJavaNative = Contenders.clientJava(HistogramMode.NATIVE);
    private final DistributionDataPoint clientJavaBoth = Contenders.clientJava(HistogramMode.CLASSIC_AND_NATIVE);
    private final DistributionSummary micrometerSlo = Contenders.micrometerSummary();
    private final com.codahale.metrics.Histogram dropwizard = new MetricRegistry().histogram(Series.NAME);
    private final DoubleHistogram openTelemetryExplicit = Contenders.openTelemetry(Telemetry.meter());
    private final DoubleHistogram openTelemetryExponential = Contenders.openTelemetry(Telemetry.exponentialMeter());
    private final BoundHistogram classic = Contenders.sightglass(HistogramMode.CLASSIC);
    private final BoundHistogram nativeOnly = Contenders.sightglass(HistogramMode.NATIVE);
    private final BoundHistogram both = Contenders.sightglass(HistogramMode.CLASSIC_AND_NATIVE);

    @Benchmark
    public void clientJavaClassic(Durations durations) {
        clientJavaClassic.observe(durations.next());
    }

    @Benchmark
    public void clientJavaNative(Durations durations) {
        clientJavaNative.observe(durations.next());
    }

    @Benchmark
    public void clientJavaBoth(Durations durations) {
        clientJavaBoth.observe(durations.next());
    }

    @Benchmark
    public void micrometerSlo(Durations durations) {
        micrometerSlo.record(durations.next());
    }

    @Benchmark
    public void dropwizard(Durations durations) {
        dropwizard.update((long) (durations.next() * NANOS_PER_SECOND));
    }

    @Benchmark
    public void openTelemetryExplicit(Durations durations) {
        openTelemetryExplicit.record(durations.next(), Telemetry.ATTRIBUTES);
    }

    @Benchmark
    public void openTelemetryExponential(Durations durations) {
        openTelemetryExponential.record(durations.next(), Telemetry.ATTRIBUTES);
    }

    @Benchmark
    public void sightglassClassic(Durations durations) {
        classic.observe(durations.next());
    }

    @Benchmark
    public void sightglassNative(Durations durations) {
        nativeOnly.observe(durations.next());
    }

    @Benchmark
    public void sightglassBoth(Durations durations) {
        both.observe(durations.next());
    }
}
