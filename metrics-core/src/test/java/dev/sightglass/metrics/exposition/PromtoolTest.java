package dev.sightglass.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Required;
import dev.sightglass.metrics.Scrapes;
import dev.sightglass.metrics.group.ReadyGroups;
import dev.sightglass.metrics.track.Tracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PromtoolTest {
    @Test
    void findsNothingToSayAboutOurMetrics() throws Exception {
        Path promtool = Required.program("promtool", "prometheus");
        MetricsCollector metrics = MetricsCollector.create();
        ReadyGroups.useAll(metrics);
        Tracker.requests(metrics, "bake").wrap(() -> {}).run();
        String ours = Scrapes.text(metrics)
            .lines()
            .filter(line -> line.contains("sightglass_"))
            .reduce("", (all, line) -> all + line + "\n");

        assertThat(check(promtool, ours)).isEmpty();
    }

    @Test
    void canReadTheWholeScrape() throws Exception {
        Path promtool = Required.program("promtool", "prometheus");
        MetricsCollector metrics = MetricsCollector.create();
        ReadyGroups.useAll(metrics);

        assertThat(check(promtool, Scrapes.text(metrics))).doesNotContain("error while linting");
    }

    private static String check(Path promtool, String scrape) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(promtool.toString(), "check", "metrics").redirectErrorStream(true)
            .start();
        try (var input = process.getOutputStream()) {
            input.write(scrape.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
