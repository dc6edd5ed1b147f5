package dev.sightglass.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class ProgressGroupTest {

    private final ManualTime time = new ManualTime();
    private final ProgressGroup group = new ProgressGroup("workers", Duration.ofSeconds(60), time.source());

    @Test
    void isUpWithoutLoopsAndWithLoopsThatGetOn() {
        assertThat(now().reason()).isEqualTo("no loop has begun yet");

        group.loop("worker-0").beat();
        group.loop("worker-1").idle("nothing to do");
        assertThat(now().state()).isEqualTo(ComponentState.UP);
        assertThat(now().data()).containsEntry("loops", 2);
    }

    @Test
    void isDownWithOneLoopThatStandsStillAndNamesIt() {
        group.loop("worker-0").idle("nothing to do");
        group.loop("worker-1").beat();
        time.pass(Duration.ofSeconds(61));

        assertThat(now().state()).isEqualTo(ComponentState.DOWN);
        assertThat(now().reason()).isEqualTo("worker-1: no progress for 61 s, limit 60 s");
        assertThat(now().probes()).containsExactly(Probe.LIVE);
        assertThat(now().data()).containsEntry("failedLoops", 1);
    }

    @Test
    void isDownWithOneLoopThatIsGone() {
        group.loop("worker-0").beat();
        group.loop("worker-1").watching(() -> {}).run();

        assertThat(now().reason()).isEqualTo("worker-1: the loop has ended: it has returned");
    }

    @Test
    void allMayEndWhenTheirOwnerIsClosing() {
        var loop = group.loop("worker-0");
        group.mayEnd();
        loop.watching(() -> {}).run();

        assertThat(now().state()).isEqualTo(ComponentState.UP);
    }

    private ComponentHealth now() {
        return group.snapshot(time.source().moment());
    }
}
