package dev.sightglass.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ReadyGroups;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScrapeTest {
    private final MetricsCollector metrics = MetricsCollector.create();

    @Test
    void writesEveryFormat() throws IOException {
        ReadyGroups.useAll(metrics);

        assertThat(written(Format.TEXT)).contains("sightglass_queue_depth{queue=\"upload\"} 3.0\n");
        assertThat(written(Format.JSON))
            .contains("\"sightglass_queue_depth\":[{\"labels\":{\"queue\":\"upload\"},\"value\":3}]");
        assertThat(written(Format.OPENMETRICS)).endsWith("# EOF\n");
        assertThat(written(Format.PROTOBUF)).contains("sightglass_queue_depth");
    }

    private String written(Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        metrics.write(format, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
