package dev.sightglass.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.testing.MetricsContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHasherTest {
    @TempDir
    private Path folder;

    private final MetricsCollector metrics = MetricsCollector.builder().namespace("quickstart").build();
    private final FileHasher hasher = new FileHasher(metrics);

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "twelve bytes");
        Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("b.txt"), "four");
        Files.writeString(folder.resolve("README"), "");
    }

    @Test
    void countsAndTimesWhatItHashes() throws IOException {
        hasher.hash(folder);

        assertThat(scrape()).contains("quickstart_files_hashed_total{ending=\"txt\"} 2.0",
            "quickstart_files_hashed_total{ending=\"none\"} 1.0", "quickstart_hashed_bytes_total 16.0",
            "quickstart_hash_duration_seconds_count 3", "quickstart_files_left 0.0");
    }

    @Test
    void isBoundedHoweverFilesAreNamed() throws IOException {
        for (int i = 0; i < 100; i++) {
            Files.writeString(folder.resolve("file.ending" + i), "x");
        }
        hasher.hash(folder);

        List<String> counts =
            scrape().stream().filter(line -> line.startsWith("quickstart_files_hashed_total{")).toList();
        assertThat(counts).hasSize(21).anyMatch(line -> line.contains("ending=\"other\""));
        assertThat(counts.stream().mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ')))).sum())
            .isEqualTo(103);
    }

    /** What a build of one's own holds its dashboards and rules against. */
    @Test
    void keepsTheContractOfItsDeclarations() throws IOException {
        hasher.hash(folder);
        MetricsContract contract = MetricsContract.of(metrics);
        contract.assertScrapeMatches();

        Path rules =
            Files.writeString(folder.resolve("rules.yml"), "expr: rate(quickstart_files_hashd_total[5m]) == 0");
        assertThatThrownBy(() -> contract.assertFilesUseOnlyDeclared(rules))
            .hasMessageContaining("quickstart_files_hashd_total is not declared")
            .hasMessageContaining("quickstart_files_hashed_total");
    }

    private List<String> scrape() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        metrics.write(Format.TEXT, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
