package dev.sightglass.metrics.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.MetricsCollector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private final MetricsCollector metrics = MetricsCollector.create();
    private final HttpClient client = HttpClient.newHttpClient();
    private MetricsServer server;

    @BeforeEach
    void start() throws IOException {
        metrics.counter(CounterDeclaration.of("jobs", "Jobs.")).bind().inc();
        server = MetricsServer.start(metrics, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void answersInTheFormatThatIsAskedFor() throws Exception {
        HttpResponse<String> text = send(request("/metrics"));
        HttpResponse<String> open = send(request("/metrics").header("Accept", "application/openmetrics-text"));

        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(text.body()).contains("sightglass_jobs_total 1.0\n");
        assertThat(open.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/openmetrics-text");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void compressesWhenThatIsWelcome() throws Exception {
        HttpResponse<byte[]> answer = client.send(request("/metrics").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
            .asString().contains("sightglass_jobs_total");
    }

    @Test
    void answersOnlyWhatIsNamed() throws Exception {
        assertThat(send(request("/metrics?name[]=sightglass_jobs_total".replace("[]", "%5B%5D"))).body().lines())
            .containsExactly("# HELP sightglass_jobs_total Jobs.", "# TYPE sightglass_jobs_total counter",
                "sightglass_jobs_total 1.0");
    }

    @Test
    void refusesWhatItCannotDo() throws Exception {
        assertThat(send(request("/")).statusCode()).isEqualTo(404);
        assertThat(send(request("/metrics").DELETE()).statusCode()).isEqualTo(405);
        assertThat(send(request("/metrics").method("HEAD", HttpRequest.BodyPublishers.noBody())).statusCode())
            .isEqualTo(200);
    }

    @Test
    void doesNotKeepAProgramAlive() {
        assertThat(Thread.getAllStackTraces().keySet())
            .filteredOn(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                || thread.getName().equals("metrics-server"))
            .isNotEmpty()
            .allMatch(Thread::isDaemon);
    }

    @Test
    void measuresItsOwnScrapes() throws Exception {
        send(request("/metrics"));

        assertThat(send(request("/metrics")).body()).contains("sightglass_scrape_duration_seconds_count 1\n")
            .contains("sightglass_scrape_size_bytes_count 1\n");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
