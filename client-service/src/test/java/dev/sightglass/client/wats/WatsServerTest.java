package dev.sightglass.client.wats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.sightglass.client.wats.Answer.Answered;
import dev.sightglass.client.wats.Answer.Failure;
import dev.sightglass.client.wats.Answer.Unanswered;
import dev.sightglass.client.testing.CannedServer;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.group.CacheMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatsServerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private WatsSimulator simulator;

    @BeforeEach
    void start() {
        simulator =
            WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken("secret").withWireFaults(true));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static WatsServer server(String url) {
        return new WatsServer(new WatsConfig(URI.create(url), "secret", null),
            new HttpClientMetrics(MetricsCollector.disabled()), InstantSource.system());
    }

    private static Failure failure(String url) throws InterruptedException {
        try (var server = server(url)) {
            var answer = server.submit(UUID.randomUUID(), new byte[]{'{', '}'}, TIMEOUT);
            assertThat(answer).isInstanceOf(Unanswered.class);
            return ((Unanswered) answer).failure();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/"})
    void findsTheServerHoweverItsAddressIsWritten(String suffix) throws Exception {
        try (var server = server(simulator.url() + suffix)) {
            assertThat(server.version()).isInstanceOfSatisfying(Answered.class,
                answer -> assertThat(answer.status()).isEqualTo(200));
        }
    }

    @Test
    void tellsARefusedConnection() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure("http://127.0.0.1:" + free)).isEqualTo(Failure.CONNECT);
    }

    @Test
    void tellsAnUnknownName() throws Exception {
        assertThat(failure("http://no-such-host.invalid")).isEqualTo(Failure.DNS);
    }

    @Test
    void tellsAHungServer() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.HANG));
        assertThat(failure(simulator.url().toString())).isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void tellsAnAnswerThatNeverEnds() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.HALF_OPEN));
        assertThat(failure(simulator.url().toString())).isEqualTo(Failure.HALF_OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP", "RESET"})
    void tellsABrokenConnection(Fault.Kind kind) throws Exception {
        simulator.faults().set(Fault.of(kind));
        assertThat(failure(simulator.url().toString())).isEqualTo(Failure.RESET);
    }

    @Test
    void tellsAServerThatSpeaksNoTls() throws Exception {
        try (var plain = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answerInTheClear(plain));
            assertThat(failure("https://127.0.0.1:" + plain.getLocalPort())).isEqualTo(Failure.TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello?\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>"})
    void takesNothingForAnAnswerThatIsNone(String said) throws Exception {
        try (var server = new CannedServer(said)) {
            assertThat(failure(server.url())).isEqualTo(Failure.PROTOCOL);
        }
    }

    @Test
    void followsNoRedirectForTheNextRequestWouldCarryNoReport() throws Exception {
        var said = "HTTP/1.1 302 Found\r\nLocation: %s/api/App/Version\r\nContent-Length: 0\r\n\r\n"
            .formatted(simulator.url());
        try (var moved = new CannedServer(said); var server = server(moved.url())) {
            var answer = server.submit(UUID.randomUUID(), new byte[]{'{', '}'}, TIMEOUT);
            assertThat(answer).isInstanceOfSatisfying(Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(302);
                assertThat(answered.text()).contains("moved to " + simulator.url());
            });
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void everyRequestTellsWhatItIsFor() throws Exception {
        var id = CorrelationId.random();
        try (var canned = new CannedServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\"\"");
            var server = server(canned.url())) {
            CorrelationContext.call(id, server::version);
            assertThat(canned.asked()).contains("X-Correlation-ID: " + id.value(),
                "traceparent: 00-" + id.value() + "-");
            server.version();
            assertThat(canned.asked()).as("a probe is for nothing in particular, and has an id of its own")
                .contains("X-Correlation-ID: ").doesNotContain(id.value());
        }
    }

    private static void answerInTheClear(ServerSocket plain) {
        try (var connection = plain.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException _) {
            // the client has seen enough
        }
    }

    @Test
    void readsBothFormsOfRetryAfter() {
        var now = Instant.parse("2026-03-02T08:15:00Z");
        assertThat(RetryAfter.parse("120", now)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Mon, 02 Mar 2026 08:16:00 GMT", now)).hasValue(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Mon, 02 Mar 2026 08:14:00 GMT", now)).hasValue(Duration.ZERO);
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999999999", now)).isEmpty();
    }

    @Test
    void keepsTheTokenOutOfItsWords() {
        assertThat(new WatsConfig(simulator.url(), "secret", null).toString()).doesNotContain("secret");
    }

    @Test
    void keepsTheLastTokenWhileItsFileIsBeingReplaced(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), "secret\n");
        var token = new Token(new WatsConfig(simulator.url(), null, file));
        Files.delete(file);
        assertThat(token.value()).isEqualTo("secret");

        Files.writeString(file, "newer");
        assertThat(token.value()).isEqualTo("newer");
        Files.writeString(file, "");
        assertThat(token.value()).as("a file that is being written").isEqualTo("newer");
        assertThatThrownBy(() -> new Token(new WatsConfig(simulator.url(), null, folder.resolve("none"))))
            .hasMessageContaining("sightglass.wats.token-file");
        assertThatThrownBy(() -> token.use(new WatsConfig(simulator.url(), "two words", null)))
            .hasMessageContaining("sightglass.wats.token").message().doesNotContain("two words");
        assertThat(token.value()).isEqualTo("newer");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> new WatsConfig(URI.create("company.wats.com"), "secret", null))
            .hasMessageContaining("sightglass.wats.url").hasMessageContaining("company.wats.com");
        assertThatThrownBy(() -> new WatsConfig(simulator.url(), null, null))
            .hasMessageContaining("SIGHTGLASS_WATS_TOKEN");
    }

    @Test
    void asksOnceUntilTheAnswerIsOld() throws IOException, InterruptedException {
        var ticks = new AtomicLong();
        Ticker ticker = ticks::get;
        try (var server = server(simulator.url().toString())) {
            var lookups = new WatsLookups(server, new CacheConfig(true, Duration.ofMinutes(5), 1000),
                new CacheMetrics(MetricsCollector.disabled()), ticker);
            assertThat(lookups.processCode("no such process")).isEmpty();
            assertThat(lookups.processCode("nor this")).isEmpty();
            assertThat(requests("/api/App/Processes")).isEqualTo(1);

            var product = new ObjectMapper().readTree("{\"partNumber\":\"PN-1\",\"name\":\"Board\"}");
            lookups.putProduct(product);
            assertThat(lookups.product("PN-1")).get().asString().contains("PN-1");
            lookups.putProduct(product);
            lookups.product("PN-1");
            lookups.processCode("nor this");
            assertThat(requests("/api/App/Processes")).as("another resource stays").isEqualTo(1);

            ticks.addAndGet(Duration.ofSeconds(301).toNanos());
            lookups.processCode("nor this");
            assertThat(requests("/api/App/Processes")).isEqualTo(2);
        }
    }

    @Test
    void neverProbesFromTheCache() throws Exception {
        try (var server = server(simulator.url().toString())) {
            server.version();
            server.version();
            assertThat(requests("/api/App/Version")).isEqualTo(2);
        }
    }

    private long requests(String path) {
        return simulator.requests().entrySet().stream()
            .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).contains(path.toLowerCase(Locale.ROOT)))
            .mapToLong(Map.Entry::getValue).sum();
    }
}
