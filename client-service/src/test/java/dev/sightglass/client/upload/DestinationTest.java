package dev.sightglass.client.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DestinationTest {

    private static final Outcome RESET = Outcomes.standard().of("reset");
    private static final Outcome FORBIDDEN = Outcomes.standard().of("403");

    private final Destination gate = new Destination(() -> 3, new ManualClock(), () -> 0);

    @Test
    void failuresInARowCloseItAndASuccessBetweenDoesNotLetThemAddUp() {
        long entered = gate.enter().orElseThrow();
        gate.failed(entered, RESET, "x");
        gate.failed(entered, RESET, "x");
        gate.worked(entered);
        gate.failed(entered, RESET, "x");
        assertThat(gate.failed(entered, RESET, "x")).isFalse();
        assertThat(gate.failed(entered, RESET, "x")).isTrue();
        assertThat(gate.enter()).isEmpty();
        assertThat(gate.pausedFor()).hasValue(PauseReason.FAILURES);
        assertThat(gate.status().reason()).contains("the connection broke");
        assertThat(gate.status().remedy()).isEqualTo(RESET.remedy());
    }

    @Test
    void oneReportIsOnTrialAndNoOtherGoesThrough() {
        gate.refused(gate.enter().orElseThrow(), FORBIDDEN, "403");
        gate.tryOne("back");
        long trial = gate.enter().orElseThrow();
        assertThat(gate.enter()).isEmpty();

        assertThat(gate.worked(trial)).as("opens").isTrue();
        assertThat(gate.status().state()).isEqualTo(Destination.State.OPEN);
        assertThat(gate.pausedFor()).isEmpty();
    }

    @Test
    void aTrialThatBringsNothingBackIsFollowedByAnother() {
        gate.refused(gate.enter().orElseThrow(), FORBIDDEN, "403");
        gate.tryOne("back");
        gate.leave(gate.enter().orElseThrow());
        assertThat(gate.enter()).isPresent();
    }

    @Test
    void whatHungSinceBeforeTheOutageDoesNotCloseItAfterwards() {
        long before = gate.enter().orElseThrow();
        gate.refused(gate.enter().orElseThrow(), FORBIDDEN, "403");
        gate.tryOne("back");
        gate.worked(gate.enter().orElseThrow());

        for (int late = 0; late < 5; late++) {
            assertThat(gate.failed(before, RESET, "late")).isFalse();
        }
        assertThat(gate.refused(before, FORBIDDEN, "late")).isFalse();
        assertThat(gate.asked(before, FORBIDDEN, "late", Duration.ofMinutes(1))).isFalse();
        assertThat(gate.status().state()).isEqualTo(Destination.State.OPEN);
    }

    @Test
    void aProbeThatFindsAnotherReasonSaysSoAndKeepsSinceWhen() {
        gate.refused(gate.enter().orElseThrow(), FORBIDDEN, "403");
        var since = gate.status().since();
        assertThat(gate.refused(gate.standing(), RESET, "probe")).as("it was closed").isFalse();
        assertThat(gate.status().reason()).contains("the connection broke");
        assertThat(gate.status().since()).isEqualTo(since);
    }

    /** Or a paused server would never be asked whether it is back. */
    @Test
    @Timeout(10)
    void aChangeBetweenLookingAndWaitingIsNotMissed() throws InterruptedException {
        long stood = gate.standing();
        gate.refused(gate.enter().orElseThrow(), FORBIDDEN, "403");
        gate.awaitChange(stood, Duration.ofDays(1));
        assertThat(gate.standing()).isNotEqualTo(stood);
    }
}
