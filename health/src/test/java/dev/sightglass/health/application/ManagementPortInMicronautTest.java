package dev.sightglass.health.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.sightglass.health.management.ManagementServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

class ManagementPortInMicronautTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private EmbeddedServer application;
    private URI management;

    @BeforeEach
    void start() {
        application = ApplicationContext.run(EmbeddedServer.class, Map.of("micronaut.application.name", "guinea-pig"));
        management = application.getApplicationContext().getBean(ManagementServer.class).uri();
    }

    @AfterEach
    void stop() {
        application.stop();
        client.close();
    }

    @Test
    void answersProbesWithoutAnyConfiguration() throws Exception {
        await().dontCatchUncaughtExceptions().until(() -> get("/health/ready").statusCode() == 200);

        assertThat(get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/started").statusCode()).isEqualTo(200);
        assertThat(get("/health/details").body()).contains("\"name\":\"guinea-pig\"", "\"health-scheduler\":{");
        assertThat(get("/info").body()).contains("\"startTime\"");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void servesMetrics() throws Exception {
        assertThat(get("/metrics").body()).contains("sightglass_scrape_duration_seconds");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(management + path)).timeout(Duration.ofSeconds(5)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
