package dev.sightglass.health.management;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;

class MetricsEndpointTest {

    /** What Prometheus 3 sends when native histograms are on. */
    private static final String PROMETHEUS_3 = "application/vnd.google.protobuf;"
        + "proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,"
        + "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
        + "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,"
        + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1";
    /** What Prometheus 2.42 sends. */
    private static final String PROMETHEUS_2 = "application/openmetrics-text;version=1.0.0,"
        + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
    private static final GaugeDeclaration LEVEL = GaugeDeclaration.of("level", "A level.");

    private final PortFixture port = new PortFixture();
    private final AtomicInteger collections = new AtomicInteger();

    @BeforeEach
    void watch() {
        port.metrics.gauge(LEVEL).observe(collections::incrementAndGet);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            P3               | application/vnd.google.protobuf | gzip
                                            P3               | application/vnd.google.protobuf | identity
                                            P2               | application/openmetrics-text    | gzip
                                            P2               | application/openmetrics-text    | gzip;q=0
                                            text/plain       | text/plain                      | gzip
                                            text/html        | text/plain                      | deflate
                                            application/json | application/json                | deflate, *
                                            */*              | text/plain                      | br;q=1.0, gzip;q=0.5
                                            """)
    void answersInTheFormatAndEncodingThatIsAskedFor(String accept, String mediaType, String encoding)
        throws Exception {
        port.open();
        var header = accept.equals("P3") ? PROMETHEUS_3 : accept.equals("P2") ? PROMETHEUS_2 : accept;
        var answer = port.getBytes("/metrics", "Accept", header, "Accept-Encoding", encoding);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
        boolean zipped = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        assertThat(zipped).isEqualTo(!encoding.equals("identity") && !encoding.equals("deflate")
            && !encoding.equals("gzip;q=0"));
        assertThat(new String(zipped ? unzip(answer.body()) : answer.body(), UTF_8)).contains("sightglass_level");
    }

    @Test
    void picksByName() throws Exception {
        port.open();
        var body = port.get("/metrics?name[]=sightglass_level&name%5B%5D=nothing").body();

        assertThat(body).contains("sightglass_level").doesNotContain("sightglass_scrape_duration_seconds");
    }

    @Test
    void refusesTooManyNames() throws Exception {
        port.open();
        var answer = port.get("/metrics?" + names(1100));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void withMetricsOffTheSummaryIsStillThere() throws Exception {
        port.metrics = MetricsCollector.disabled();
        port.metrics.gauge(LEVEL).observe(() -> 42);
        port.open();
        var answer = port.get("/metrics", "Accept", PROMETHEUS_3);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body()).contains("\"sightglass_level\"").contains("42");
    }

    @Test
    void measuresItself() throws Exception {
        port.open();
        port.get("/metrics");
        assertThat(port.get("/metrics").body()).contains("sightglass_scrape_duration_seconds_count 1",
            "sightglass_scrape_size_bytes_count 1");
    }

    @Test
    void oneHundredScrapersShareACollection() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        port.metrics.gauge(GaugeDeclaration.of("slow", "Holds up the first collection.")).observe(() -> {
            begun.countDown();
            awaitQuietly(goOn);
            return 1;
        });
        port.open();
        var answers = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
        for (int i = 0; i < 100; i++) {
            var request = port.request("/metrics", "Accept", "text/plain").build();
            answers.add(port.client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
        }
        begun.await();
        assertThat(port.get("/health").statusCode()).isEqualTo(200);
        goOn.countDown();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(collections.get()).isLessThan(20);
    }

    @Test
    void tooManyDifferentCollectionsAreRefusedAndProbesGoOn() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        port.metrics.gauge(GaugeDeclaration.of("slow", "Holds up collections.")).observe(() -> {
            begun.countDown();
            awaitQuietly(goOn);
            return 1;
        });
        port.open();
        var answers = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
        for (int i = 0; i < 80; i++) {
            var request = port.request("/metrics?name[]=sightglass_slow&name[]=" + i).build();
            answers.add(port.client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
        }
        begun.await();
        assertThat(port.get("/health/live").statusCode()).isEqualTo(200);
        goOn.countDown();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("Retry-After")).contains("1");
        });
        assertThat(port.get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void slowReadersHoldNoThreadAndNoMoreThanTheirShareOfMemory() throws Exception {
        int series = 100_000;
        var many = port.metrics.counter(CounterDeclaration.of("many", "Many.", Label.open("n", series)));
        for (int i = 0; i < series; i++) {
            many.bind("value-" + i + "-" + "x".repeat(60)).inc();
        }
        port.limits = new ManagementSettings.Limits(100, Duration.ofSeconds(30), Duration.ofSeconds(5), 12L << 20);
        port.open();
        assertThat(port.getBytes("/metrics").body()).hasSizeGreaterThan(8 << 20);
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 3; i++) {
                slow.add(startReadingSlowly());
            }
            assertThat(port.answered).contains("/metrics 200", "/metrics 503");
            assertThat(port.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(port.get("/metrics?name[]=sightglass_level").statusCode()).isEqualTo(200);
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20))
                .until(() -> port.get("/metrics").statusCode() == 200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private Socket startReadingSlowly() throws IOException {
        var socket = port.socket();
        socket.setReceiveBufferSize(4096);
        socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String names(int count) {
        var names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append("name[]=").append(i).append('&');
        }
        return names.toString();
    }

    private static byte[] unzip(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }
}
