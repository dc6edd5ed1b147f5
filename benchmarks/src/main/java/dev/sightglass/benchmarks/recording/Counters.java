package dev.sightglass.benchmarks.recording;

import com.codahale.metrics.MetricRegistry;
import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.MetricsCollector;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counting one, on a series that is kept or looked up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Counters {
    private static final CounterDeclaration DECLARATION =
        CounterDeclaration.of(Series.NAME, Series.HELP, Series.LABELS);

    private final Counter clientJava =
        Counter.builder().name(Series.NAME).help(Series.HELP).labelNames(Series.METHOD, Series.ENDPOINT)
            .withoutExemplars().build();
    private final CounterDataPoint clientJavaBound = clientJava.labelValues(Series.POST, Series.REPORTS);
    private final PrometheusMeterRegistry micrometer = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final io.micrometer.core.instrument.Counter micrometerBound =
        micrometer.counter(Series.NAME, Series.METHOD, Series.POST, Series.ENDPOINT, Series.REPORTS);
    private final com.codahale.metrics.Counter dropwizard = new MetricRegistry().counter(Series.NAME);
    private final LongCounter openTelemetry = Telemetry.meter().counterBuilder(Series.NAME).build();
    private final Attributes attributes = Telemetry.ATTRIBUTES;
    private final CounterMetric sightglass = MetricsCollector.create().counter(DECLARATION);
    private final BoundCounter sightglassBound = sightglass.bind(Series.POST, Series.REPORTS);
    private final BoundCounter disabled =
        MetricsCollector.disabled().counter(DECLARATION).bind(Series.POST, Series.REPORTS);

    @Benchmark
    public void clientJava() {
        clientJavaBound.inc();
    }

    @Benchmark
    public void clientJavaLookUp() {
        clientJava.labelValues(Series.POST, Series.REPORTS).inc();
    }

    @Benchmark
    public void micrometer() {
        micrometerBound.increment();
    }

    @Benchmark
    public void micrometerLookUp() {
        micrometer.counter(Series.NAME, Series.METHOD, Series.POST, Series.ENDPOINT, Series.REPORTS).increment();
    }

    @Benchmark
    public void dropwizard() {
        dropwizard.inc();
    }

    @Benchmark
    public void openTelemetry() {
        openTelemetry.add(1, attributes);
    }

    @Benchmark
    public void sightglass() {
        sightglassBound.inc();
    }

    @Benchmark
    public void sightglassLookUp() {
        sightglass.bind(Series.POST, Series.REPORTS).inc();
    }

    @Benchmark
    public void sightglassDisabled() {
        disabled.inc();
    }
}
