package dev.sightglass.benchmarks.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String OURS = "Counters.sightglass";
    private static final String THEIRS = "Counters.clientJava";

    private final Rounds rounds = new Rounds();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void aBarIsHeldAgainstTheBestRounds() {
        // What else the machine does makes rounds slower, and not those of both sides alike.
        measure(OURS, 4, 40, 4);
        measure(THEIRS, 90, 4, 5);

        assertThat(report().bars()).isTrue();
        assertThat(lines()).anyMatch(line -> line.matches("bound counter / client_java's +1 +1.00 x +1.30 x +holds"))
            .noneMatch(line -> line.contains("Micronaut advice"));
    }

    @Test
    void withSeveralThreadsTheMiddleRoundCounts() {
        // Threads that happened not to meet on a cell are luck, and no better library.
        measure(2, OURS, 4, 4, 4);
        measure(2, THEIRS, 1, 4, 5);

        assertThat(rounds.nanos(THEIRS, 2)).isEqualTo(4);
        assertThat(new Report(rounds, List.of(2), out).bars()).isTrue();
    }

    @Test
    void aBarThatIsMissedIsSaid() {
        measure(OURS, 4, 4, 4);
        measure(THEIRS, 3, 3, 3);

        assertThat(report().bars()).isFalse();
        assertThat(lines()).anyMatch(line -> line.matches("bound counter / client_java's +1 +1.33 x +1.30 x +MISSED"));
    }

    @Test
    void aByteMoreThanTheirsIsTooMuch() {
        measure(OURS, 3);
        measure(THEIRS, 3);
        rounds.wrote(OURS, 16);

        assertThat(report().bars()).isFalse();
        assertThat(lines()).anyMatch(line -> line.startsWith("bytes of a count") && line.endsWith("MISSED"));
    }

    @Test
    void theOnePercentIsSaidWithItsDenominator() {
        measure(OURS, 3.5, 3.5, 3.5);
        report().budget();

        assertThat(lines()).anyMatch(line -> line.matches("Counters.sightglass +0.35"));
    }

    @Test
    void everyBarNamesBenchmarksThatExist() {
        var benchmarks = new RecordingBenchmark().benchmarks();

        assertThat(Bar.ALL).flatExtracting(Bar::needs).isSubsetOf(benchmarks);
    }

    @Test
    void whatWasNotMeasuredIsNotMadeUp() {
        assertThatThrownBy(() -> rounds.nanos(OURS, 1)).hasMessageContaining("was not measured with 1 threads");
    }

    /** Each contender must do what it is measured for, and may do it once without a harness. */
    @Test
    void everyContenderRuns() {
        var counters = new Counters();
        var durations = new Durations();
        var histograms = new Histograms();
        var timed = new TimedCalls();
        Stream.<Runnable>of(counters::clientJavaLookUp, counters::sightglassLookUp, counters::openTelemetry,
            counters::micrometerLookUp, () -> histograms.sightglassBoth(durations),
            () -> histograms.openTelemetryExponential(durations), timed::sightglassBoth, timed::micrometerSlo)
            .forEach(Runnable::run);

        var tracked = new TrackedCalls();
        assertThat(List.<ToDoubleFunction<TrackedCalls>>of(TrackedCalls::sightglassAdvice,
            TrackedCalls::sightglassProxy, TrackedCalls::micronautEmptyAdvice))
            .allSatisfy(call -> assertThat(call.applyAsDouble(tracked)).isEqualTo(3));
        tracked.close();
    }

    private void measure(String benchmark, double... nanos) {
        measure(1, benchmark, nanos);
    }

    private void measure(int threads, String benchmark, double... nanos) {
        for (double one : nanos) {
            rounds.add(new Case(benchmark, threads), new Measured(one, 0));
        }
        rounds.wrote(benchmark, 0);
    }

    private Report report() {
        return new Report(rounds, List.of(1), out);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
