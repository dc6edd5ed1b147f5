package dev.sightglass.client.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.client.testing.LogCapture;
import dev.sightglass.metrics.correlation.ContextBridge;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogFormatTest {

    private static final Logger logger = LoggerFactory.getLogger(LogFormatTest.class);
    private static final CorrelationId ID = new CorrelationId("4bf92f3577b34da6a3ce929d0e0e4736");
    private static final String HOSTILE = "a\n2026-01-01T00:00:00.000Z INFO forged\r\u001b[31m\u202e\u0000z";

    @BeforeAll
    static void theLogFollowsTheCorrelationId() {
        CorrelationContext.follow(ContextBridge.mdc());
    }

    private static JsonNode json(String line) throws Exception {
        return new ObjectMapper().readTree(line);
    }

    @Test
    void textIsOneLineWhateverItSays() throws Exception {
        try (var log = new LogCapture("text"); var _ = LogScope.source(ID, "x", "csv")) {
            logger.warn("refused: {}", HOSTILE);

            assertThat(log.lines()).singleElement().asString().contains("WARN", "[" + ID + "]", "LogFormatTest")
                .endsWith(
                    "refused: a\\n2026-01-01T00:00:00.000Z INFO forged\\r\\u{1b}[31m\\u{202e}\\u{0}z");
        }
    }

    @Test
    void aStackTraceIsIndentedSoThatItsTextCannotLookLikeALine() throws Exception {
        try (var log = new LogCapture("text")) {
            logger.warn("failed", new IllegalStateException(HOSTILE));

            assertThat(log.lines()).hasSizeGreaterThan(3);
            assertThat(log.lines().subList(1, log.lines().size())).allMatch(line -> line.startsWith("    "));
            assertThat(log.text()).doesNotContain("\u001b", "\u202e", "\u0000");
        }
    }

    @Test
    void jsonHasTheStableFieldsAndNoOther() throws Exception {
        var report = UUID.randomUUID();
        try (var log = new LogCapture("json");
            var _ = LogScope.report(ID, report, "csv", 3);
            var _ = MDC.putCloseable("other", "never")) {
            MDC.put(LogScope.FILE, "/drop/a.csv");
            logger.warn("late");
            MDC.remove(LogScope.FILE);

            var line = json(log.text());
            assertThat(line.fieldNames()).toIterable().containsExactlyInAnyOrder("timestamp", "level", "logger",
                "message",
                "correlation_id", "report_id", "file", "converter", "attempt");
            assertThat(Instant.parse(line.path("timestamp").asText())).isBetween(Instant.now().minusSeconds(60),
                Instant.now());
            assertThat(line.path("level").asText()).isEqualTo("WARN");
            assertThat(line.path("logger").asText()).isEqualTo(LogFormatTest.class.getName());
            assertThat(line.path("report_id").asText()).isEqualTo(report.toString());
            assertThat(line.path("attempt").asText()).isEqualTo("3");
        }
    }

    @Test
    void jsonIsOneLineWithTheStackTraceInIt() throws Exception {
        try (var log = new LogCapture("json")) {
            logger.error(HOSTILE, new IllegalStateException(HOSTILE));

            assertThat(log.lines()).hasSize(1);
            assertThat(log.text()).doesNotContain("\u001b", "\u0000");
            assertThat(json(log.text()).path("message").asText()).isEqualTo(HOSTILE);
            assertThat(json(log.text()).path("stack_trace").asText()).contains("IllegalStateException",
                "LogFormatTest.java");
        }
    }

    @Test
    void aScopeLeavesNothingBehind() {
        try (var _ = LogScope.source(ID, "evil\nname.csv", "csv")) {
            assertThat(MDC.get(LogScope.FILE)).isEqualTo("evil\\nname.csv");
            assertThat(MDC.get(CorrelationId.MDC_KEY)).isEqualTo(ID.value());
        }
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
        assertThat(CorrelationContext.current()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SIGHTGLASS_LOG_FORMAT,JSON", "SIGHTGLASS_LOG_FORMAT,logfmt", "SIGHTGLASS_LOG_LEVEL,VERBOSE",
        "SIGHTGLASS_LOG_LEVEL,''"})
    void aSettingThatLogbackWouldMisunderstandStopsTheStart(String name, String value) {
        assertThatThrownBy(() -> LogSettings.check(Map.of(name, value))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(name).hasMessageEndingWith("Found: " + value);
    }

    @ParameterizedTest
    @CsvSource({"text,info", "json,DEBUG"})
    void aGoodSettingPasses(String format, String level) {
        LogSettings.check(Map.of(LogSettings.FORMAT, format, LogSettings.LEVEL, level));
        LogSettings.check(Map.of());
    }
}
