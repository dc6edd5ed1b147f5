package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.Probe;
import dev.sightglass.health.Status;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loop of the upload dies: the service says that it is not live. */
class UploadLoopsTest {

    @TempDir
    private Path folder;
    private final HealthMonitor health = new HealthMonitor();
    private WatsSimulator simulator;

    @BeforeEach
    void start() {
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withToken("secret"));
    }

    @AfterEach
    void stop() {
        simulator.close();
        health.close();
    }

    private UploadBench bench(String dyingOf) {
        var bench =
            new UploadBench(folder, UploadBench.wats(simulator.url()), UploadBench.quick(), Duration.ofMillis(500),
                queue -> dying(queue, dyingOf));
        health.watch(bench.uploader.loops());
        return bench;
    }

    @Test
    void isNotLiveWithALoopThatDied() {
        try (var _ = bench("claim")) {
            await().until(() -> health.report().forProbe(Probe.LIVE) == Status.DOWN);
            var component = health.report().components().stream().filter(part -> part.name().equals("upload-loops"))
                .findFirst().orElseThrow();
            assertThat(component.reason()).startsWith("upload-claimer")
                .endsWith("the loop has ended: it died of StackOverflowError");
        }
    }

    @Test
    void aSenderThatDiesHoldsItsReportNoLonger() {
        try (var bench = bench("settle")) {
            bench.accept(valid("1"));
            bench.awaitDelivered(1);
            assertThat(simulator.repeats()).as("sent again when the lease had ended").isEqualTo(1);
            assertThat(health.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
        }
    }

    @Test
    void closingIsNoDeath() {
        try (var _ = bench("nothing")) {
            assertThat(health.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
        }
        assertThat(health.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
    }

    /** The real queue, but for one call that kills whoever makes it first. */
    private static ReportQueue dying(ReportQueue queue, String call) {
        var isFirst = new AtomicBoolean(true);
        return (ReportQueue) Proxy.newProxyInstance(ReportQueue.class.getClassLoader(),
            new Class<?>[]{ReportQueue.class}, (_, method, arguments) -> {
                if (method.getName().equals(call) && isFirst.getAndSet(false)) {
                    throw new StackOverflowError();
                }
                return method.invoke(queue, arguments);
            });
    }
}
