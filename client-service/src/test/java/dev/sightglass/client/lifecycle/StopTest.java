package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.cli.Main;
import dev.sightglass.client.testing.Reports;
import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own that is told to stop while the server hangs. */
class StopTest {

    private static final int SIGTERM = 143;

    @TempDir
    private Path root;
    private WatsSimulator simulator;
    @SuppressWarnings("NullAway.Init") // started by each test
    private Process process;

    @BeforeEach
    void start() {
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withToken("secret"));
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        simulator.close();
    }

    private void startService(Duration drain, Duration stopTimeout) throws IOException {
        var drop = Files.createDirectories(root.resolve("drop"));
        var config =
            Files.writeString(root.resolve("sightglass.yml"), """
                                                              sightglass:
                                                                wats: {url: "%s", token: secret}
                                                                data-dir: %s
                                                                api: {port: 0}
                                                                metrics: {port: %d}
                                                                lifecycle: {stop-timeout: %s}
                                                                upload: {timeout: 10m, drain: %s, rate-limit: none}
                                                                folders:
                                                                  - {path: %s, converter: wsjf, quiet: 50ms}
                                                              """.formatted(simulator.url(), root.resolve("data"),
                ServiceFixture.freePort(), stopTimeout.toMillis() + "ms", drain.toMillis() + "ms", drop));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp",
            System.getProperty("java.class.path"), Main.class.getName(), "run", "--config", config.toString()))
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
        awaitLog("Reports flow");
    }

    private Path log() {
        return root.resolve("service.log");
    }

    private void awaitLog(String words) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(Files.readString(log())).contains(words));
    }

    private void hangOn(int reports) throws IOException {
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        for (int report = 0; report < reports; report++) {
            Files.write(root.resolve("drop").resolve(report + ".json"), Reports.valid(Integer.toString(report)).json());
        }
        await().untilAsserted(() -> assertThat(simulator.faults().held()).isPositive());
        await().untilAsserted(
            () -> assertThat(root.resolve("drop/Done")).isDirectoryContaining("glob:**" + (reports - 1) + ".json"));
    }

    private void nothingIsLost(int reports) throws IOException {
        simulator.faults().clear();
        Files.delete(log());
        startService(Duration.ofSeconds(5), Duration.ofSeconds(10));
        await().untilAsserted(() -> assertThat(simulator.reports()).isEqualTo(reports));
    }

    /** Case T9: a stop ends in time although the server hangs, gives back what it holds, and loses nothing. */
    @Test
    void t9AStopEndsInTimeWhateverTheServerDoes() throws Exception {
        startService(Duration.ofSeconds(60), Duration.ofSeconds(5));
        hangOn(3);
        var told = Instant.now();
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(Duration.between(told, Instant.now())).as("the time for the whole stop")
            .isLessThan(Duration.ofSeconds(8));
        assertThat(process.exitValue()).isEqualTo(SIGTERM);
        assertThat(Files.readString(log())).contains("given back unsent", "Stopped");
        nothingIsLost(3);
    }

    @Test
    void aSecondSigtermHurries() throws Exception {
        startService(Duration.ofMinutes(5), Duration.ofMinutes(5));
        hangOn(2);
        process.destroy();
        awaitLog("Stopping: intake closes");
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).as("waits for uploads under way").isFalse();

        var told = Instant.now();
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(Files.readString(log())).contains("Stopping at once", "Stopped");
        nothingIsLost(2);
    }
}
