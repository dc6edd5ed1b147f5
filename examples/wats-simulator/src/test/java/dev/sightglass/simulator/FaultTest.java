package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultTest extends SimulatorFixture {

    private static final String REPORTS = "/api/Report/WSJF";

    private byte[] report() {
        return Reports.wsjf(id).getBytes(StandardCharsets.UTF_8);
    }

    private void awaitHeld(int requests) {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20))
            .until(() -> simulator.faults().held() == requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void answersAStatusWithRetryAfterInBothForms(String retryAfter) throws Exception {
        simulator.faults().set(Fault.status(503).withRetryAfter(retryAfter));

        var response = client.postReport(Reports.wsjf(id));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains(retryAfter);
        assertThat(simulator.reports()).isZero();
        assertThat(simulator.answers()).containsEntry(503, 1L);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 409, 429, 500})
    void answersAnyStatus(int status) throws Exception {
        simulator.faults().set(Fault.status(status));

        assertThat(client.get("/api/App/Version").statusCode()).isEqualTo(status);
        assertThat(client.get("/api/App/Version").statusCode()).isEqualTo(status);
    }

    @Test
    void endsByItselfAfterSoManyRequests() throws Exception {
        simulator.faults().set(Fault.status(500).times(2));

        var statuses = IntStream.range(0, 4).mapToObj(_ -> statusOfVersion()).toList();

        assertThat(statuses).containsExactly(500, 500, 200, 200);
        assertThat(simulator.faults().current().times()).isZero();
    }

    @Test
    void strikesTheGivenShareOfRequests() {
        simulator.faults().set(Fault.status(500).withShare(0.3));

        var struck = IntStream.range(0, 200).filter(_ -> statusOfVersion() == 500).count();

        assertThat(struck).isBetween(40L, 80L);
    }

    @Test
    void strikesOnlyThePathsItIsMeantFor() throws Exception {
        simulator.faults().set(Fault.status(500).onPath("/api/report"));

        assertThat(client.postReport(Reports.wsjf(id)).statusCode()).isEqualTo(500);
        assertThat(statusOfVersion()).isEqualTo(200);
    }

    @Test
    void delaysTheAnswer() throws Exception {
        simulator.faults().set(Fault.none().withLatency(Duration.ofMillis(150)).withJitter(Duration.ofMillis(1)));
        var before = Instant.now();

        assertThat(client.postReport(Reports.wsjf(id)).statusCode()).isEqualTo(200);

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void dropsTheConnectionWithoutAnAnswer() {
        simulator.faults().set(Fault.of(Fault.Kind.DROP));

        assertThatIOException().isThrownBy(() -> client.postReport(Reports.wsjf(id)));
        assertThat(simulator.reports()).isZero();
    }

    @Test
    void losesOnlyTheAnswerWhenTheFaultComesAfterTheWork() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.DROP).withAfterWork(true).times(1));
        assertThatIOException().isThrownBy(() -> client.postReport(Reports.wsjf(id)));
        assertThat(simulator.reports()).isEqualTo(1);

        client.postReport(Reports.wsjf(id));

        assertThat(simulator.reports()).isEqualTo(1);
        assertThat(simulator.repeats()).isEqualTo(1);
    }

    @Test
    void hangsUntilTheFaultIsCleared() {
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        var pending = client.sendLater("POST", REPORTS, report());
        awaitHeld(1);
        assertThat(pending).isNotDone();

        simulator.faults().clear();

        assertThat(pending).failsWithin(Duration.ofSeconds(20)).withThrowableOfType(ExecutionException.class);
        assertThat(statusOfVersion()).isEqualTo(200);
    }

    @Test
    void closingLetsGoOfWhoIsHeld() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        var pending = client.sendLater("POST", REPORTS, report());
        awaitHeld(1);

        simulator.close();

        Assertions.assertThatException().isThrownBy(() -> pending.get(20, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class);
    }

    @Test
    void fallsSilentHalfWayThroughTheAnswer() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.HALF_OPEN));

        var response = client.http().send(client.request("POST", REPORTS, report()), BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(200);
        try (var body = response.body()) {
            assertThat(new String(body.readNBytes(8), StandardCharsets.UTF_8)).isEqualTo("[{\"ID\":\"");
            awaitHeld(1);
            simulator.faults().clear();
            assertThatIOException().isThrownBy(body::read);
        }
    }

    @Test
    void refusesAResetThatItCannotDo() {
        assertThatIllegalStateException().isThrownBy(() -> simulator.faults().set(Fault.of(Fault.Kind.RESET)))
            .withMessageContaining("--wire-faults");
    }

    private int statusOfVersion() {
        try {
            return client.get("/api/App/Version").statusCode();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
