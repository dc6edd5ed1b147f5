package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.health.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderDisksCheckTest {

    private static final long MIB = 1L << 20;
    private static final FolderDisksConfig CONFIG = new FolderDisksConfig(1000 * MIB, 100 * MIB, 0.10);

    @ParameterizedTest
    @CsvSource({"50000, 100000, UP", "999, 100000, DEGRADED", "99, 100000, DOWN", "99, 200, UP", "5000, 100000, UP"})
    void countsBytesAndShareTogether(long free, long total, Status expected) {
        assertThat(FolderDisksCheck.judge(List.of(folder("line", free, total)), CONFIG).status()).isEqualTo(expected);
    }

    @Test
    void namesTheFoldersThatAreShortOfRoomAndGivesTheFiguresOfEach() {
        var result = FolderDisksCheck.judge(List.of(folder("well", 50_000, 100_000), folder("line", 500, 100_000),
            new FolderStatus("hangs", Path.of("x"), State.STARTING, "", Instant.EPOCH, 0, 0, null, Space.UNKNOWN)),
            CONFIG);

        assertThat(result.reason()).isEqualTo("line: 500 MiB free, 1 %");
        assertThat(result.data()).containsKeys("line.freeBytes", "line.totalBytes", "line.freeShare", "well.freeBytes")
            .doesNotContainKey("hangs.freeBytes");
    }

    @Test
    void measuresTheRealDisk(@TempDir Path folder) {
        var space = Space.of(folder);
        assertThat(space.freeBytes()).isPositive();
        assertThat(space.totalBytes()).isGreaterThanOrEqualTo(space.freeBytes());
        assertThat(Space.of(folder.resolve("gone")).totalBytes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0.1, low-bytes", "5, 6, 0.1, full-bytes", "5, 5, 1.1, low-share"})
    void refusesThresholdsThatMeanNothing(long low, long full, double share, String key) {
        assertThatThrownBy(() -> new FolderDisksConfig(low, full, share))
            .hasMessageContaining("sightglass.health.folder-disks." + key);
    }

    private static FolderStatus folder(String name, long free, long total) {
        return new FolderStatus(name, Path.of(name), State.RUNNING, "", Instant.EPOCH, 0, 0, null,
            new Space(free * MIB, total * MIB));
    }
}
