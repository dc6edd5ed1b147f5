package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static dev.sightglass.client.testing.Reports.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.store.sqlite.SqliteStore;
import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.client.wats.WatsConfig;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.QueueMetrics;
import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploaderTest {

    private static final UploadConfig CONFIG = new UploadConfig(4, Duration.ofMillis(700), Duration.ofMillis(20),
        Duration.ofMillis(200), Duration.ofMillis(30), 5, Duration.ofSeconds(5));

    private static final MetricsCollector METRICS = MetricsCollector.disabled();

    @TempDir
    private Path folder;
    private Path token;
    private WatsSimulator simulator;
    private SqliteStore store;
    private WatsServer server;
    private Destination destination;
    private Uploader uploader;
    private Prober prober;

    @BeforeEach
    void start() throws Exception {
        token = Files.writeString(folder.resolve("token"), "secret");
        simulator =
            WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken("secret").withWireFaults(true));
        startService(simulator.url());
    }

    private void startService(URI url) {
        var clock = InstantSource.system();
        var queueMetrics = new QueueMetrics(METRICS, "upload");
        store = SqliteStore.open(folder.resolve("data"), new QueueConfig(1000, 1_000_000, 0, Duration.ofSeconds(1)),
            queueMetrics, clock);
        server = new WatsServer(new WatsConfig(url, null, token), new HttpClientMetrics(METRICS), clock);
        destination = new Destination(CONFIG.failuresToPause(), clock);
        var backoff = new Backoff(CONFIG.retryFirst(), CONFIG.retryMost(), RandomGenerator.getDefault());
        uploader = new Uploader(store.queue(), new Delivery(server, destination, backoff, CONFIG.timeout(),
            new UploadMetrics(queueMetrics, new DeliveryMetrics(METRICS), clock)),
            destination, CONFIG);
        prober = new Prober(server, destination, CONFIG.probeInterval());
        prober.start();
        uploader.start();
    }

    @AfterEach
    void stop() {
        stopService();
        simulator.close();
    }

    private void stopService() {
        uploader.close();
        prober.close();
        server.close();
        store.close();
    }

    private void accept(CompletedReport... reports) {
        for (var report : reports) {
            store.queue().accept(origin(report.serialNumber(), Instant.now()), List.of(report), 5).join();
        }
    }

    private QueueCounts counts() {
        return store.queue().counts();
    }

    private void awaitDelivered(int reports) {
        await().untilAsserted(() -> assertThat(store.ledger().audit(Optional.empty()).delivered()).isEqualTo(reports));
    }

    @Test
    void deliversWithItsKeys() {
        accept(valid("1"));
        awaitDelivered(1);

        var stored = simulator.find(valid("1").id()).orElseThrow();
        assertThat(stored.bytes()).hasValue(valid("1").json());
        assertThat(stored.header("Idempotency-Key")).hasValue(valid("1").id().toString());
        var correlationId = stored.header("X-Correlation-ID").orElseThrow();
        assertThat(store.journeys().find(correlationId)).hasSize(1);
        assertThat(stored.header("traceparent")).get().asString().matches("00-" + correlationId + "-[0-9a-f]{16}-01");
    }

    @Test
    void keepsARefusedReportAsDeadLetterAndGoesOn() {
        accept(report("no-report-at-all"), valid("1"));
        awaitDelivered(1);

        await().untilAsserted(() -> assertThat(counts().dead()).isEqualTo(1));
        assertThat(store.journeys().list(ReportFilter.in(ReportState.DEAD), 10)).singleElement()
            .satisfies(dead -> assertThat(dead.lastReason()).contains("invalid").contains("400"));
    }

    @Test
    void retriesForEverAndObeysRetryAfter() {
        simulator.faults().set(Fault.status(503).withRetryAfter("0").onPath("/api/Report/WSJF").times(3));
        accept(valid("1"));
        awaitDelivered(1);

        assertThat(store.journeys().list(ReportFilter.ALL, 1).getFirst().failedAttempts()).hasSize(3)
            .allSatisfy(attempt -> assertThat(attempt.status()).isEqualTo(503));
    }

    @Test
    void pausesOnAWrongTokenAndBurnsNoAttempt() throws Exception {
        Files.writeString(token, "wrong");
        accept(valid("1"), valid("2"), valid("3"));
        await().untilAsserted(() -> assertThat(destination.status().state()).isEqualTo(Destination.State.PAUSED));
        assertThat(destination.status().reason()).contains("token").contains("sightglass.wats.token");

        var changed = Files.writeString(folder.resolve("token.new"), "secret");
        Files.move(changed, token, StandardCopyOption.REPLACE_EXISTING);

        awaitDelivered(3);
        assertThat(store.journeys().list(ReportFilter.ALL, 10)).allSatisfy(
            report -> assertThat(report.failedAttempts()).isEmpty());
    }

    @Test
    void waitsForAServerThatIsNotThere() {
        int port = simulator.port();
        simulator.close();
        accept(valid("1"), valid("2"));
        await().untilAsserted(() -> assertThat(destination.status().state()).isNotEqualTo(Destination.State.OPEN));

        simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(port).withToken("secret"));

        awaitDelivered(2);
    }

    @Test
    void givesUpOnAHungRequestAndSendsAgain() {
        simulator.faults().set(Fault.of(Fault.Kind.HANG).times(1));
        accept(valid("1"));
        awaitDelivered(1);
    }

    @Test
    void sendsAgainWhenTheAnswerBreaksOff() {
        simulator.faults().set(Fault.of(Fault.Kind.HALF_OPEN).times(1));
        accept(valid("1"));
        awaitDelivered(1);
    }

    @Test
    void sendsAgainWhenTheConnectionDropsAfterTheServerHasStoredIt() {
        simulator.faults().set(Fault.of(Fault.Kind.DROP).withAfterWork(true).times(1));
        accept(valid("1"));
        awaitDelivered(1);

        assertThat(simulator.reports()).as("one effect").isEqualTo(1);
        assertThat(simulator.repeats()).as("sent twice").isEqualTo(1);
    }

    @Test
    void stopsInTimeAndLosesNothingWhenTheServerHangs() {
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        accept(valid("1"), valid("2"), valid("3"));
        await().untilAsserted(() -> assertThat(counts().leased()).isEqualTo(3));

        var start = Instant.now();
        stopService();
        assertThat(Duration.between(start, Instant.now())).isLessThan(CONFIG.drain().plusSeconds(5));

        simulator.faults().clear();
        startService(simulator.url());
        awaitDelivered(3);
    }
}
