package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of log events has every line that the code can log. */
class LogEventsTest {

    private static final List<String> ORDER =
        List.of("lifecycle", "cli", "intake", "convert", "queue", "upload", "wats", "health", "metrics");

    @Test
    void thePageHasEveryLine() throws IOException {
        var features = LogEvents.all().stream().collect(Collectors.groupingBy(LogEvents::feature));
        assertThat(ORDER).as("the order in which a report flows").containsAll(features.keySet());
        var tables = new StringBuilder();
        for (var feature : ORDER) {
            tables.append("\n### ").append(feature).append("\n\n| level | line | logger |\n|---|---|---|\n");
            LogEvents.rows(features.getOrDefault(feature, List.of()))
                .forEach(row -> tables.append(row).append('\n'));
        }
        GeneratedPage.checkBelow("docs/reference/logs.md", "## Every line", tables.toString());
    }

    @Test
    void theParserFindsWhatIsThere() throws IOException {
        assertThat(LogEvents.all()).hasSizeGreaterThan(30)
            .contains(new LogEvents.Event("dev.sightglass.client.lifecycle.ServiceContext", "INFO", "Stopped"));
    }
}
