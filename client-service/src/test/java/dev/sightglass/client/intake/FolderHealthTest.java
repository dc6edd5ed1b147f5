package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.client.testing.ManualClock;
import dev.sightglass.client.testing.MemoryQueue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHealthTest {

    @TempDir
    private Path folder;
    private final ManualClock clock = new ManualClock();

    @Test
    void aFileSystemThatDoesNotAnswerIsDownUntilItDoes() {
        try (var bench = new IntakeBench(new MemoryQueue())) {
            var health = new FolderHealth(bench.plan(folder), clock);
            health.report(State.RUNNING, "", 0, 0, clock.instant(), Space.UNKNOWN);
            health.works();
            clock.advance(Duration.ofSeconds(30));
            assertThat(health.status().isUp()).isTrue();

            clock.advance(Duration.ofSeconds(1));
            assertThat(health.status().isUp()).isFalse();
            assertThat(health.status().reason())
                .startsWith("the file system has not answered since 2026-03-02T08:15:00Z");

            health.report(State.RUNNING, "", 0, 0, clock.instant(), Space.UNKNOWN);
            assertThat(health.status().isUp()).isTrue();
        }
    }
}
