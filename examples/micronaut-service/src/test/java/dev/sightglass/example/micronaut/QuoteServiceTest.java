package dev.sightglass.example.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.health.management.ManagementServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.io.socket.SocketUtils;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuoteServiceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** Below the ports that outgoing connections get: between the look and the start none of them takes it. */
    private final int port = SocketUtils.findAvailableTcpPort(20_000, 32_000);
    private final EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class,
        Map.of("micronaut.server.port", port, "sightglass.metrics.port", 0));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void quotesAndKeepsTheCallersId() throws Exception {
        var answer = get(server.getURI() + "/quotes/bolt?count=100");

        assertThat(answer.body()).isEqualTo("{\"part\":\"bolt\",\"count\":100,\"cents\":1080}");
        assertThat(answer.headers().firstValue("X-Correlation-ID")).hasValue(ID);
    }

    @Test
    void refusesACountThatMakesNoSense() throws Exception {
        assertThat(get(server.getURI() + "/quotes/bolt?count=0").statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoPriceForAnUnknownPart() throws Exception {
        assertThat(get(server.getURI() + "/quotes/unobtainium?count=1").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatHappenedOnTheManagementPort() throws Exception {
        get(server.getURI() + "/quotes/bolt?count=1");
        get(server.getURI() + "/quotes/unobtainium?count=1");
        get(server.getURI() + "/quotes/nut?count=0");

        assertThat(scrape()).contains(
            "sightglass_operation_requests_total{operation=\"quote\",outcome=\"success\"} 2.0",
            "sightglass_operation_requests_total{operation=\"quote\",outcome=\"error\"} 1.0",
            "sightglass_operation_errors_total{error_type=\"IllegalArgumentException\",operation=\"make_quote\"} 1.0",
            "sightglass_http_requests_total{endpoint=\"/prices/{part}\",method=\"GET\",status=\"200\"} 2.0",
            "sightglass_http_requests_total{endpoint=\"/prices/{part}\",method=\"GET\",status=\"404\"} 1.0",
            "sightglass_quoted_pieces_total{part=\"bolt\"} 1.0");
    }

    @Test
    void showsMicrometersMetersAndTheProcessBesideItsOwn() throws Exception {
        get(server.getURI() + "/quotes/bolt?count=1");

        assertThat(scrape()).anyMatch(line -> line.startsWith("http_server_requests_seconds_count{"))
            .anyMatch(line -> line.startsWith("process_cpu_seconds_total "));
    }

    private List<String> scrape() throws IOException, InterruptedException {
        return get(server.getApplicationContext().getBean(ManagementServer.class).uri() + "/metrics").body().lines()
            .toList();
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).header("X-Correlation-ID", ID).build(),
            HttpResponse.BodyHandlers.ofString());
    }
}
