package dev.sightglass.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Scrapes;
import dev.sightglass.metrics.group.ReadyGroups;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ScrapeTest {
    private final MetricsCollector metrics = MetricsCollector.create();

    @Test
    void writesEveryFormat() {
        ReadyGroups.useAll(metrics);

        assertThat(Scrapes.in(Format.TEXT, metrics)).contains("sightglass_queue_depth{queue=\"upload\"} 3.0\n");
        assertThat(Scrapes.in(Format.OPENMETRICS, metrics)).endsWith("# EOF\n")
            .contains("# UNIT sightglass_queue_wait_seconds seconds\n");
        assertThat(Scrapes.in(Format.PROTOBUF, metrics)).contains("sightglass_queue_depth");
    }

    @Test
    void theJsonSummaryIsJsonWithPresentValues() throws IOException {
        metrics.counter(CounterDeclaration.of("odd", "Odd.", Label.open("text", 5))).bind("a\"b\\c\nd").inc();
        metrics.histogram(HistogramDeclaration.seconds("took", "Took.", List.of(1.0, 2.0))).bind().observe(1.5);
        JsonNode summary = new ObjectMapper().readTree(Scrapes.in(Format.JSON, metrics));

        assertThat(summary.at("/sightglass_odd/0/labels/text").asText()).isEqualTo("a\"b\\c\nd");
        assertThat(summary.at("/sightglass_odd/0/value").asInt()).isEqualTo(1);
        assertThat(summary.at("/sightglass_took_seconds/0/count").asInt()).isEqualTo(1);
        assertThat(summary.at("/sightglass_took_seconds/0/p50").asDouble()).isEqualTo(1.5);
    }

    @Test
    void everyReadyGroupFitsIntoTheJsonSummary() throws IOException {
        ReadyGroups.useAll(metrics);

        assertThat(new ObjectMapper().readTree(Scrapes.in(Format.JSON, metrics)).size()).isGreaterThan(60);
    }

    @Test
    void answersOnlyTheNamedMetrics() throws IOException {
        ReadyGroups.useAll(metrics);
        ScrapeAnswer answer = metrics.answer(ScrapeRequest.of(null, null,
            "name[]=sightglass_queue_depth&name[]=sightglass_http_requests_total&name[]=sightglass_queue_wait_seconds_sum"));

        assertThat(text(answer).lines().filter(line -> line.startsWith("# TYPE")))
            .containsExactly("# TYPE sightglass_http_requests_total counter", "# TYPE sightglass_queue_depth gauge",
                "# TYPE sightglass_queue_wait_seconds histogram");
    }

    @Test
    void compressesEveryFormat() throws IOException {
        ReadyGroups.useAll(metrics);
        for (String accept : List.of("text/plain", "application/openmetrics-text", "application/vnd.google.protobuf",
            "application/json")) {
            ScrapeAnswer answer = metrics.answer(ScrapeRequest.of(accept, "gzip", "name[]=sightglass_queue_depth"));
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();

            assertThat(answer.contentEncoding()).hasValue("gzip");
            assertThat(answer.contentType()).startsWith(accept);
            assertThat(new String(plain, StandardCharsets.UTF_8)).contains("sightglass_queue_depth");
        }
    }

    @Test
    void aDisabledCollectorAnswersWithTheSummaryOfWhatCanStillBeRead() throws IOException {
        MetricsCollector disabled = MetricsCollector.disabled();
        ReadyGroups.useAll(disabled);
        ScrapeAnswer answer = disabled.answer(ScrapeRequest.of("text/plain", null, null));
        JsonNode summary = new ObjectMapper().readTree(text(answer));

        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(summary.at("/sightglass_queue_depth/0/value").asInt()).isEqualTo(3);
        assertThat(summary.at("/sightglass_cache_hits/0/value").asInt()).isEqualTo(1);
        assertThat(summary.has("sightglass_queue_enqueued")).isFalse();
    }

    private static String text(ScrapeAnswer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.writeTo(out);
        assertThat(out.size()).isEqualTo(answer.length());
        return out.toString(StandardCharsets.UTF_8);
    }
}
