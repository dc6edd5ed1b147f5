package dev.sightglass.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ManualTime time = new ManualTime();
    private final Progress progress = new Progress("loop", Duration.ofSeconds(60), time.source());

    @Test
    void isDownWhenTheLoopHasStoodTooLong() {
        time.pass(Duration.ofSeconds(60));
        assertThat(now().state()).isEqualTo(ComponentState.UP);

        time.pass(Duration.ofSeconds(13));
        assertThat(now().state()).isEqualTo(ComponentState.DOWN);
        assertThat(now().reason()).isEqualTo("no progress for 73 s, limit 60 s");
        assertThat(now().nextStep()).contains("thread dump");
        assertThat(now().since()).isEqualTo(Instant.parse("2026-03-01T12:01:00Z"));
    }

    @Test
    void isUpAgainWithTheNextBeatAndSaysSinceWhen() {
        time.pass(Duration.ofSeconds(100));
        progress.beat();

        assertThat(now().state()).isEqualTo(ComponentState.UP);
        assertThat(now().since()).isEqualTo(Instant.parse("2026-03-01T12:01:40Z"));
    }

    @Test
    void waitingOnPurposeIsNoStandstill() {
        progress.idle("the queue is empty");
        time.pass(Duration.ofHours(9));
        assertThat(now().state()).isEqualTo(ComponentState.UP);
        assertThat(now().reason()).isEqualTo("the queue is empty");

        progress.beat();
        time.pass(Duration.ofSeconds(61));
        assertThat(now().state()).isEqualTo(ComponentState.DOWN);
    }

    @Test
    void aLoopThatHasReturnedIsDownAtOnce() {
        progress.idle("the queue is empty");
        progress.watching(() -> {}).run();

        assertThat(now().state()).isEqualTo(ComponentState.DOWN);
        assertThat(now().reason()).isEqualTo("the loop has ended: it has returned");
    }

    @Test
    void aLoopThatDiesSaysOfWhatAndPassesItOn() {
        assertThatThrownBy(progress.watching(() -> {
            throw new StackOverflowError("secret");
        })::run).isInstanceOf(StackOverflowError.class);

        assertThat(now().state()).isEqualTo(ComponentState.DOWN);
        assertThat(now().reason()).isEqualTo("the loop has ended: it died of StackOverflowError");
    }

    @Test
    void aLoopThatIsBeingClosedMayEnd() {
        progress.mayEnd();
        progress.watching(() -> {}).run();

        assertThat(now().state()).isEqualTo(ComponentState.UP);
    }

    private ComponentHealth now() {
        return progress.snapshot(time.source().moment());
    }
}
