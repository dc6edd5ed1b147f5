package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.health.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldersCheckTest {

    private static final FolderStatus WELL = folder("well", State.RUNNING, "");
    private static final FolderStatus GONE = folder("gone", State.DOWN, "is missing");

    @Test
    void isUpWhenAllAreWatched() {
        assertThat(FoldersCheck.judge(List.of(WELL, folder("new", State.STARTING, "not started"))).status())
            .isEqualTo(Status.UP);
        assertThat(FoldersCheck.judge(List.of()).status()).isEqualTo(Status.UP);
    }

    @Test
    void oneThatFailsDegradesAndIsNamed() {
        var result = FoldersCheck.judge(List.of(WELL, GONE));

        assertThat(result.status()).isEqualTo(Status.DEGRADED);
        assertThat(result.reason()).isEqualTo("gone: is missing");
        assertThat(result.nextStep()).isNotEmpty();
        assertThat(result.data()).containsEntry("folders", 2).containsEntry("down", 1);
    }

    @Test
    void onlyAllOfThemTogetherAreDown() {
        assertThat(FoldersCheck.judge(List.of(GONE, GONE)).status()).isEqualTo(Status.DOWN);
    }

    @Test
    void aPauseAndFilesThatStayAreWarnings() {
        assertThat(FoldersCheck.judge(List.of(WELL, folder("full", State.PAUSED, "the queue is full"))).reason())
            .isEqualTo("full: the queue is full");
        assertThat(FoldersCheck.judge(List.of(folder("odd", State.RUNNING, "a.txt stays: locked"))).status())
            .isEqualTo(Status.DEGRADED);
    }

    private static FolderStatus folder(String name, State state, String reason) {
        return new FolderStatus(name, Path.of(name), state, reason, Instant.EPOCH, 0, 0, null, Space.UNKNOWN);
    }
}
