package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.testing.TcpProxy;
import dev.sightglass.client.testing.TcpProxy.Fault;
import dev.sightglass.client.testing.TcpProxy.Fault.End;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens on the wire: each report has one effect, and the next one goes its way. */
class WireFaultsTest {

    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init") // by start()
    private WatsSimulator simulator;
    @SuppressWarnings("NullAway.Init") // by start()
    private TcpProxy proxy;
    @SuppressWarnings("NullAway.Init") // by start()
    private UploadBench bench;

    @BeforeEach
    void start() throws IOException {
        start(folder.resolve("data"));
    }

    private void start(Path data) throws IOException {
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withToken("secret"));
        proxy = new TcpProxy(simulator.port());
        // a gate that closes would only make the test slow: what it does is tested elsewhere
        bench = bench(data);
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
        proxy.close();
        simulator.close();
    }

    /** Every report is there once, as it was handed over, and nobody is stuck. */
    private void allArriveWithOneEffect(int reports) {
        bench.awaitDelivered(reports);
        assertThat(simulator.reports()).isEqualTo(reports);
        for (int report = 0; report < reports; report++) {
            var sent = valid(Integer.toString(report));
            assertThat(simulator.find(sent.id()).orElseThrow().bytes()).hasValue(sent.json());
        }
        await().untilAsserted(() -> assertThat(bench.uploader.flow().underWay()).isZero());
        assertThat(bench.counts().leased()).isZero();
        bench.accept(valid("afterwards"));
        bench.awaitDelivered(reports + 1);
    }

    private long lengthOfAnAnswer() {
        bench.accept(valid("measured"));
        bench.awaitDelivered(1);
        return proxy.answered();
    }

    @ParameterizedTest
    @EnumSource(value = End.class, names = {"RESET", "CLOSE"})
    void theConnectionBreaksAtEachByteOfTheAnswer(End end) throws IOException {
        long length = lengthOfAnAnswer();
        assertThat(length).as("an answer of some bytes").isBetween(100L, 1000L);
        bench.close();
        proxy.close();
        simulator.close();
        start(folder.resolve("anew"));
        for (long position = 0; position < length; position++) {
            proxy.next(Fault.ends(end, position));
        }
        int reports = 100;
        bench.acceptValid(reports);
        await().untilAsserted(() -> assertThat(proxy.faultsLeft()).isZero());
        allArriveWithOneEffect(reports);
        assertThat(simulator.repeats()).as("sent again, without effect").isGreaterThanOrEqualTo(length - 1);
    }

    @Test
    void theAnswerFallsSilentAtSomeBytes() {
        long length = lengthOfAnAnswer();
        bench.close();
        bench = bench(folder.resolve("data"));
        for (long position = 0; position < length; position += 40) {
            proxy.next(Fault.ends(End.SILENCE, position));
        }
        bench.acceptValid(10);
        await().untilAsserted(() -> assertThat(proxy.faultsLeft()).isZero());
        bench.awaitDelivered(11);
        assertThat(bench.store.journeys().list(ReportFilter.ALL, 20)).flatExtracting(report -> report.failedAttempts())
            .extracting(attempt -> attempt.reason()).anyMatch(reason -> reason.contains("no answer in time"))
            .anyMatch(reason -> reason.contains("an answer began and did not end in time"));
    }

    private UploadBench bench(Path data) {
        return new UploadBench(data, UploadBench.wats(URI.create("http://127.0.0.1:" + proxy.port())),
            UploadBench.quick(4, "none", 1_000_000, null));
    }

    @Test
    void anAnswerThatTricklesPastTheTimeOutIsSentAgain() {
        proxy.next(Fault.trickle(Duration.ofMillis(50)));
        proxy.next(Fault.trickle(Duration.ofMillis(50)));
        bench.acceptValid(3);
        allArriveWithOneEffect(3);
        assertThat(simulator.repeats()).isPositive();
    }

    @Test
    void anAnswerThatTricklesInTimeIsTaken() {
        proxy.usually(Fault.trickle(Duration.ofMillis(1)));
        bench.acceptValid(2);
        allArriveWithOneEffect(2);
        assertThat(simulator.repeats()).isZero();
    }

    @Test
    void latencyIsBorneUpToTheTimeOutAndPastIt() {
        proxy.usually(Fault.latency(Duration.ofMillis(300)));
        proxy.next(Fault.latency(Duration.ofSeconds(2)));
        bench.acceptValid(8);
        allArriveWithOneEffect(8);
        assertThat(bench.failedAttempts()).isEqualTo(1);
    }

    @Test
    void aServerThatTakesConnectionsAndSaysNothing() {
        proxy.usually(Fault.ends(End.SILENCE, 0));
        bench.acceptValid(4);
        await().untilAsserted(() -> assertThat(bench.failedAttempts()).isGreaterThanOrEqualTo(4));
        proxy.usually(Fault.none());
        allArriveWithOneEffect(4);
    }
}
