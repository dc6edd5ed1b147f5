package dev.sightglass.client.intake;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.MemoryQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFilesTest {

    private static final int COUNT = 20_000;

    @TempDir
    private Path temp;

    @Test
    void takesTwentyThousandFilesThatComeFasterThanEventsAreHeld() throws IOException {
        var root = Files.createDirectory(temp.toRealPath().resolve("in"));
        var queue = new MemoryQueue();
        try (var bench = new IntakeBench(queue)) {
            var folders = bench.open(bench.plan(root));
            for (var index = 0; index < COUNT; index++) {
                Files.writeString(root.resolve("f" + index + ".txt"), "F-" + index);
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> queue.accepted().size() == COUNT);
            assertThat(new HashSet<>(queue.serialNumbers())).hasSize(COUNT);
            await().until(() -> folders.statuses().getFirst().inFlight() == 0);
            assertThat(root.toFile().list()).containsExactly("Done");
            assertThat(root.resolve("Done").toFile().list()).hasSize(COUNT);
        }
    }
}
