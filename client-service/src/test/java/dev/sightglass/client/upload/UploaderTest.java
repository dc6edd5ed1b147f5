package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.report;
import static dev.sightglass.client.testing.Reports.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.testing.CannedServer;
import dev.sightglass.client.wats.WatsConfig;
import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploaderTest {

    private static final UploadConfig CONFIG = UploadBench.quick();

    @TempDir
    private Path folder;
    private Path token;
    private WatsSimulator simulator;
    @SuppressWarnings("NullAway.Init") // started by start()
    private UploadBench bench;

    @BeforeEach
    void start() throws Exception {
        token = Files.writeString(folder.resolve("token"), "secret");
        simulator =
            WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken("secret").withWireFaults(true));
        start(CONFIG);
    }

    private void start(UploadConfig config) {
        start(simulator.url(), config);
    }

    private void start(URI url, UploadConfig config) {
        bench = new UploadBench(folder.resolve("data"), new WatsConfig(url, null, token), config);
    }

    @AfterEach
    void stop() {
        bench.close();
        simulator.close();
    }

    @Test
    void deliversWithItsKeys() {
        bench.accept(valid("1"));
        bench.awaitDelivered(1);

        var stored = simulator.find(valid("1").id()).orElseThrow();
        assertThat(stored.bytes()).hasValue(valid("1").json());
        assertThat(stored.header("Idempotency-Key")).hasValue(valid("1").id().toString());
        var correlationId = stored.header("X-Correlation-ID").orElseThrow();
        assertThat(bench.store.journeys().find(correlationId)).hasSize(1);
        assertThat(stored.header("traceparent")).get().asString().matches("00-" + correlationId + "-[0-9a-f]{16}-00");
    }

    @Test
    void keepsARefusedReportAsDeadLetterAndGoesOn() {
        bench.accept(report("no-report-at-all"), valid("1"));
        bench.awaitDelivered(1);

        await().untilAsserted(() -> assertThat(bench.counts().dead()).isEqualTo(1));
        assertThat(bench.store.journeys().list(ReportFilter.in(ReportState.DEAD), 10)).singleElement()
            .satisfies(dead -> assertThat(dead.lastReason()).contains("invalid").contains("400"));
    }

    @Test
    void retriesForEverAndObeysRetryAfter() {
        simulator.faults().set(Fault.status(503).withRetryAfter("0").onPath("/api/Report/WSJF").times(3));
        bench.accept(valid("1"));
        bench.awaitDelivered(1);

        assertThat(bench.store.journeys().list(ReportFilter.ALL, 1).getFirst().failedAttempts()).hasSize(3)
            .allSatisfy(attempt -> assertThat(attempt.status()).isEqualTo(503));
    }

    @Test
    void pausesOnAWrongTokenAndBurnsNoAttempt() throws Exception {
        Files.writeString(token, "wrong");
        bench.accept(valid("1"), valid("2"), valid("3"));
        bench.awaitState(Destination.State.PAUSED);
        assertThat(bench.destination.status().reason()).contains("token");
        assertThat(bench.destination.status().remedy()).contains("sightglass.wats.token");

        var changed = Files.writeString(folder.resolve("token.new"), "secret");
        Files.move(changed, token, StandardCopyOption.REPLACE_EXISTING);

        bench.awaitDelivered(3);
        assertThat(bench.store.journeys().list(ReportFilter.ALL, 10)).allSatisfy(
            report -> assertThat(report.failedAttempts()).isEmpty());
    }

    @Test
    void waitsForAServerThatIsNotThere() {
        int port = simulator.port();
        simulator.close();
        bench.accept(valid("1"), valid("2"));
        await()
            .untilAsserted(() -> assertThat(bench.destination.status().state()).isNotEqualTo(Destination.State.OPEN));

        simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(port).withToken("secret"));

        bench.awaitDelivered(2);
    }

    @Test
    void givesUpOnAHungRequestAndSendsAgain() {
        simulator.faults().set(Fault.of(Fault.Kind.HANG).times(1));
        bench.accept(valid("1"));
        bench.awaitDelivered(1);
    }

    @Test
    void sendsAgainWhenTheAnswerBreaksOff() {
        simulator.faults().set(Fault.of(Fault.Kind.HALF_OPEN).times(1));
        bench.accept(valid("1"));
        bench.awaitDelivered(1);
    }

    @Test
    void sendsAgainWhenTheConnectionDropsAfterTheServerHasStoredIt() {
        simulator.faults().set(Fault.of(Fault.Kind.DROP).withAfterWork(true).times(1));
        bench.accept(valid("1"));
        bench.awaitDelivered(1);

        assertThat(simulator.reports()).as("one effect").isEqualTo(1);
        assertThat(simulator.repeats()).as("sent twice").isEqualTo(1);
    }

    @Test
    void stopsInTimeAndLosesNothingWhenTheServerHangs() {
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        bench.accept(valid("1"), valid("2"), valid("3"));
        await().untilAsserted(() -> assertThat(simulator.faults().held()).isPositive());

        var start = Instant.now();
        bench.close();
        assertThat(Duration.between(start, Instant.now())).isLessThan(CONFIG.drain().plusSeconds(5));

        simulator.faults().clear();
        start(CONFIG);
        bench.awaitDelivered(3);
    }

    @Test
    void holdsEverythingForAsLongAsTheServerAsksAndNoLonger() {
        simulator.faults().set(Fault.status(429).withRetryAfter("1").onPath("/api/Report/WSJF").times(1));
        start(Duration.ofSeconds(30));
        var began = Instant.now();
        bench.accept(valid("first"));
        bench.awaitState(Destination.State.PAUSED);
        bench.acceptValid(20);
        assertThat(bench.destination.pausedFor()).hasValue(PauseReason.THROTTLED);
        await().untilAsserted(() -> assertThat(bench.counts().leased()).as("given back").isZero());
        assertThat(simulator.requests().values().stream().mapToLong(Long::longValue).sum())
            .as("one report, and no probe while the server wants to be left alone").isEqualTo(1);

        bench.awaitDelivered(21);
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(bench.failedAttempts()).isEqualTo(1);
    }

    @Test
    void understandsADateInRetryAfter() {
        var in2 = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
        simulator.faults().set(Fault.status(503).withRetryAfter(in2).onPath("/api/Report/WSJF").times(1));
        start(Duration.ofSeconds(30));
        bench.accept(valid("1"));
        bench.awaitState(Destination.State.PAUSED);
        assertThat(bench.destination.closedUntil()).isPresent();
        bench.awaitDelivered(1);
    }

    @Test
    void waitsNoLongerThanTheConfigurationAllowsWhateverTheServerAsks() {
        simulator.faults().set(Fault.status(503).withRetryAfter("86400").onPath("/api/Report/WSJF").times(1));
        bench.accept(valid("1"));
        bench.awaitDelivered(1);
    }

    /** With a longest wait of its own. */
    private void start(Duration retryMost) {
        bench.close();
        var quick = UploadBench.quick();
        start(new UploadConfig(quick.concurrency(), "none", quick.timeout(), quick.retryFirst(), retryMost,
            quick.failuresToPause(), quick.probeInterval(), null, quick.drain()));
    }

    @Test
    void burnsNothingWhileTheServerIsAway() {
        int port = simulator.port();
        simulator.close();
        bench.acceptValid(200);
        bench.awaitState(Destination.State.PAUSED);
        await().untilAsserted(() -> assertThat(bench.counts().leased()).as("nothing is kept from others").isZero());
        assertThat(bench.failedAttempts()).as("only what it took to find out")
            .isLessThanOrEqualTo(CONFIG.failuresToPause() + CONFIG.concurrency());

        simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(port).withToken("secret"));
        bench.awaitDelivered(200);
        assertThat(simulator.repeats()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void pausesWithAReasonAndGoesOnByItselfWhenTheCauseIsGone(int status) {
        simulator.faults().set(Fault.status(status));
        bench.acceptValid(5);
        bench.awaitState(Destination.State.PAUSED);
        assertThat(bench.destination.status().answer()).isEqualTo(Integer.toString(status));

        simulator.faults().clear();
        bench.awaitDelivered(5);
        assertThat(bench.failedAttempts()).isZero();
    }

    @Test
    void theConfigurationMayPauseOnOtherAnswers() {
        bench.close();
        start(UploadBench.quick(4, "none", 5, Map.of("402", "pause")));
        simulator.faults().set(Fault.status(402));
        bench.acceptValid(3);
        bench.awaitState(Destination.State.PAUSED);
        assertThat(bench.destination.pausedFor()).hasValue(PauseReason.CONFIGURED);

        simulator.faults().clear();
        bench.awaitDelivered(3);
        assertThat(bench.failedAttempts()).isZero();
    }

    @Test
    void aReportThatIsRedirectedIsNotDelivered() throws Exception {
        bench.close();
        try (var moved =
            new CannedServer("HTTP/1.1 301 Moved\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n")) {
            start(URI.create(moved.url()), CONFIG);
            bench.accept(valid("1"));
            bench.awaitState(Destination.State.PAUSED);
            assertThat(bench.destination.status().reason()).contains("https://other.example/");
            assertThat(bench.destination.status().remedy()).contains("sightglass.wats.url");
            assertThat(bench.delivered()).isZero();
        }
    }

    @Test
    void noticesThatAQuietServerHasGoneAndComeBack() throws Exception {
        bench.prober.ask();
        assertThat(bench.destination.status().state()).isEqualTo(Destination.State.OPEN);
        assertThat(bench.destination.lastSuccess()).isNotNull();
        int port = simulator.port();
        simulator.close();
        bench.prober.ask();
        assertThat(bench.destination.status().state()).isEqualTo(Destination.State.PAUSED);
        assertThat(bench.destination.status().reason()).contains("cannot be reached");

        simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(port).withToken("secret"));
        bench.awaitState(Destination.State.TRIAL);
        bench.accept(valid("1"));
        bench.awaitDelivered(1);
        bench.awaitState(Destination.State.OPEN);
    }

    @Test
    void aQuestionThatFailsWhileReportsGoThroughPausesNothing() throws Exception {
        simulator.faults().set(Fault.status(503).withLatency(Duration.ofMillis(300)).onPath("/api/App/Version"));
        var question = CompletableFuture.runAsync(() -> {
            try {
                bench.prober.ask();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int report = 0; !question.isDone(); report++) {
            bench.accept(valid(Integer.toString(report)));
        }
        question.join();
        assertThat(bench.destination.status().state()).isEqualTo(Destination.State.OPEN);
        await().untilAsserted(() -> assertThat(bench.counts().ready() + bench.counts().leased()).isZero());

        bench.prober.ask();
        assertThat(bench.destination.status().state()).isEqualTo(Destination.State.PAUSED);
    }

    @Test
    void keepsToARateThatTheServerEnforces() {
        bench.close();
        simulator.close();
        var limited = SimulatorOptions.defaults().withToken("secret").withRateLimit(40, Duration.ofSeconds(1));
        simulator = WatsSimulator.start(limited);
        // a little below: on a busy machine requests arrive less evenly than they were sent
        start(UploadBench.quick(8, "34/1s", 5, null));
        bench.acceptValid(120);
        bench.awaitDelivered(120);
        assertThat(simulator.answers()).as("never one too many").containsOnlyKeys(200);
        assertThat(bench.failedAttempts()).isZero();
    }

    @Test
    void bearsAServerThatEnforcesARateNobodyToldUsOf() {
        bench.close();
        simulator.close();
        simulator = WatsSimulator
            .start(SimulatorOptions.defaults().withToken("secret").withRateLimit(40, Duration.ofSeconds(1)));
        start(Duration.ofSeconds(30));
        bench.acceptValid(120);
        bench.awaitDelivered(120);
        assertThat(bench.failedAttempts()).as("a round of refusals for each stretch, not a storm")
            .isBetween(1L, 4L * (CONFIG.concurrency() + 1));
    }

    @Test
    void heldReportsAreLeasedOnlyAsFarAsTheyCanGoOutSoon() {
        bench.close();
        start(UploadBench.quick(8, "60/60s", 5, null));
        bench.acceptValid(100);
        await().untilAsserted(() -> assertThat(bench.delivered()).isPositive());
        assertThat(bench.counts().leased()).isLessThanOrEqualTo(5);
        await().untilAsserted(() -> assertThat(bench.uploader.flow().rateLimited()).isTrue());
        assertThat(bench.uploader.flow().rateLimit()).isEqualTo("60/60s");

        bench.settings.use(CONFIG);
        bench.awaitDelivered(100);
    }

    @Test
    void aChangeOfConcurrencyHoldsWithoutARestart() {
        simulator.faults().set(Fault.of(Fault.Kind.NONE).withLatency(Duration.ofMillis(5)));
        bench.acceptValid(100);
        bench.awaitDelivered(100);
        assertThat(simulator.peakInFlight()).isLessThanOrEqualTo(asTheServerCounts(CONFIG.concurrency()));

        bench.settings.use(UploadBench.quick(12, "none", 5, null));
        for (int report = 100; report < 500; report++) {
            bench.accept(valid("" + report));
        }
        bench.awaitDelivered(500);
        await()
            .untilAsserted(() -> assertThat(bench.uploader.flow().concurrency()).isGreaterThan(CONFIG.concurrency()));
        assertThat(simulator.peakInFlight()).isLessThanOrEqualTo(asTheServerCounts(12));
    }

    /** The server counts a request until its answer is closed, and by then the client may have begun the next. */
    private static int asTheServerCounts(int concurrency) {
        return 2 * concurrency;
    }

    @Test
    void aHurriedStopWaitsForNobody() {
        bench.close();
        start(new UploadConfig(4, "none", Duration.ofMinutes(2), Duration.ofMillis(20), Duration.ofMillis(200), 5,
            Duration.ofMillis(30), null, Duration.ofMinutes(2)));
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        bench.accept(valid("1"), valid("2"));
        await().untilAsserted(() -> assertThat(simulator.faults().held()).isPositive());

        var closing = Thread.ofVirtual().start(bench::close);
        await().during(Duration.ofMillis(300)).until(closing::isAlive);
        bench.uploader.hurry();
        await().until(() -> !closing.isAlive());

        simulator.faults().clear();
        start(CONFIG);
        bench.awaitDelivered(2); // long before a lease that was not given back would end
    }

    @Test
    void theCorrelationIdOutlivesARestart() throws Exception {
        simulator.faults().set(Fault.status(503));
        bench.accept(valid("1"));
        bench.awaitState(Destination.State.PAUSED);
        bench.close();

        start(CONFIG);
        simulator.faults().clear();
        bench.awaitDelivered(1);
        var sent = simulator.find(valid("1").id()).orElseThrow();
        var correlationId = sent.header("X-Correlation-ID").orElseThrow();
        assertThat(sent.header("traceparent").orElseThrow()).contains(correlationId);
        assertThat(bench.store.journeys().find(correlationId)).singleElement()
            .satisfies(journey -> assertThat(journey.reports().getFirst().failedAttempts()).isNotEmpty());
    }
}
