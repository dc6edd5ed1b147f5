package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.convert.ConversionPool;
import dev.sightglass.client.convert.ConvertConfig;
import dev.sightglass.client.convert.ConverterException;
import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.report.StationConfig;
import dev.sightglass.client.testing.MemoryQueue;
import dev.sightglass.client.testing.Reports;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.group.ConverterMetrics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyIntakeTest {

    private final MemoryQueue queue = new MemoryQueue();
    private final ConverterRegistry registry = ConverterRegistry.load(Path.of("none"));
    private final ConversionPool pool = new ConversionPool(
        new ConvertConfig(Path.of("none"), 2, Duration.ofSeconds(20), Duration.ofSeconds(10), 2), queue,
        new ReportCompleter(new StationConfig("bench-3", "Oslo", "Production")), name -> OptionalInt.empty(),
        new ConverterMetrics(MetricsCollector.disabled()));
    private final BodyIntake intake = new BodyIntake(registry, pool, InstantSource.system(), 10);
    private final CorrelationId id = CorrelationId.random();

    @AfterEach
    void close() {
        pool.close();
        registry.close();
    }

    @Test
    void takesAReportUnderTheIdOfTheCall() {
        var report = Reports.valid("A-1");
        var fate = intake.submitReport(id, report.json()).toCompletableFuture().join();

        assertThat(fate).isInstanceOfSatisfying(Fate.Queued.class,
            queued -> assertThat(queued.reports()).containsExactly(report.id()));
        assertThat(queue.accepted()).singleElement().satisfies(origin -> {
            assertThat(origin.correlationId()).isEqualTo(id.value());
            assertThat(origin.channel()).isEqualTo("http");
        });
    }

    @Test
    void refusesABodyThatIsNoReport() {
        var fate =
            intake.submitFile(id, "wsjf", "a.json", "{".getBytes(StandardCharsets.UTF_8)).toCompletableFuture().join();
        assertThat(fate).isInstanceOf(Fate.Refused.class);
        assertThat(queue.refused()).containsKey("a.json");
    }

    @Test
    void namesTheConverterThatIsMeant() {
        assertThatThrownBy(() -> intake.submitFile(id, "wsfj", "a.json", new byte[0]))
            .isInstanceOf(ConverterException.class)
            .hasMessageContaining("Did you mean 'wsjf'?");
    }

    @Test
    void sendsCallersAwayWhenTooManyAreUnderWay() {
        var full = new BodyIntake(registry, pool, InstantSource.system(), 0);
        assertThat(full.submitReport(id, new byte[0]).toCompletableFuture().join()).isInstanceOf(Fate.Deferred.class);
    }
}
