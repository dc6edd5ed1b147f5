package dev.sightglass.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.durability.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes a process to see. */
class ProcessTest {

    private static final Duration REFUSAL = Duration.ofSeconds(40);

    @TempDir
    private Path root;

    @Test
    void aSecondProcessOnTheSameDataDirIsRefusedInWords() throws Exception {
        try (var stage = Stage.in(root)) {
            stage.configure(Map.of(), "");
            stage.start();
            var second = stage.launch("-Dsightglass.api.port=0", "-Dsightglass.metrics.port=0");
            assertThat(second.awaitEnd(REFUSAL)).isTrue();
            assertThat(second.tail()).contains("sightglass.data-dir", "in use by another");
        }
    }

    @Test
    void aWrongConfigurationLeavesTheStoreAsItIs() throws Exception {
        try (var stage = Stage.in(root)) {
            stage.configure(Map.of(), "");
            stage.start().kill();
            var before = hashes(stage.data());
            stage.configure(Map.of("wsjf", "prioritty: 3"), "");
            var wrong = stage.launch();
            assertThat(wrong.awaitEnd(REFUSAL)).isTrue();
            assertThat(wrong.tail()).contains("did you mean", "priority");
            assertThat(hashes(stage.data())).isEqualTo(before);
        }
    }

    private static Map<String, String> hashes(Path folder) throws Exception {
        var hashes = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(String.valueOf(file.getFileName()), hash(file));
            }
        }
        return hashes;
    }

    private static String hash(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
