package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.store.sqlite.SqliteStore;
import dev.sightglass.client.wats.WatsConfig;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.Probe;
import dev.sightglass.health.Status;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.QueueMetrics;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A loop of the upload dies: the service says that it is not live. */
class UploadLoopsTest {

    private static final UploadConfig CONFIG = new UploadConfig(2, Duration.ofSeconds(5), Duration.ofMillis(20),
        Duration.ofMillis(200), Duration.ofMillis(30), 5, Duration.ofMillis(100));
    private static final MetricsCollector METRICS = MetricsCollector.disabled();

    @TempDir
    private Path folder;
    private final HealthMonitor health = new HealthMonitor();
    private final QueueMetrics queueMetrics = new QueueMetrics(METRICS, "upload");
    private final InstantSource clock = InstantSource.system();
    private WatsSimulator simulator;
    private SqliteStore store;

    @BeforeEach
    void start() {
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken("secret"));
        store =
            SqliteStore.open(folder, new QueueConfig(1000, 1_000_000, 0, Duration.ofSeconds(1)), queueMetrics, clock);
    }

    @AfterEach
    void stop() {
        store.close();
        simulator.close();
        health.close();
    }

    @ParameterizedTest
    @CsvSource({"claim,upload-claimer", "settle,upload-"})
    void isNotLiveWithALoopThatDied(String call, String loop) throws Exception {
        try (var server = server()) {
            var uploader = uploader(dyingOf(call), server);
            store.queue().accept(origin("a", clock.instant()), List.of(report("a")), 5).join();
            uploader.start();

            await().until(() -> health.report().forProbe(Probe.LIVE) == Status.DOWN);
            var component = health.report().components().stream().filter(part -> part.name().equals("upload-loops"))
                .findFirst().orElseThrow();
            assertThat(component.reason()).startsWith(loop)
                .endsWith("the loop has ended: it died of StackOverflowError");
            uploader.close();
        }
    }

    @Test
    void closingIsNoDeath() throws Exception {
        try (var server = server()) {
            var uploader = uploader(store.queue(), server);
            uploader.start();
            uploader.close();

            assertThat(health.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
        }
    }

    private WatsServer server() {
        return new WatsServer(new WatsConfig(simulator.url(), "secret", null), new HttpClientMetrics(METRICS), clock);
    }

    private Uploader uploader(ReportQueue queue, WatsServer server) {
        var destination = new Destination(CONFIG.failuresToPause(), clock);
        var backoff = new Backoff(CONFIG.retryFirst(), CONFIG.retryMost(), RandomGenerator.getDefault());
        var delivery = new Delivery(server, destination, backoff, CONFIG.timeout(),
            new UploadMetrics(queueMetrics, new DeliveryMetrics(METRICS), clock));
        var uploader = new Uploader(queue, delivery, destination, CONFIG);
        health.watch(uploader.loops());
        return uploader;
    }

    /** The real queue, but for one call that kills whoever makes it first. */
    private ReportQueue dyingOf(String call) {
        var isFirst = new AtomicBoolean(true);
        return (ReportQueue) Proxy.newProxyInstance(ReportQueue.class.getClassLoader(),
            new Class<?>[]{ReportQueue.class}, (_, method, arguments) -> {
                if (method.getName().equals(call) && isFirst.getAndSet(false)) {
                    throw new StackOverflowError();
                }
                return method.invoke(store.queue(), arguments);
            });
    }
}
