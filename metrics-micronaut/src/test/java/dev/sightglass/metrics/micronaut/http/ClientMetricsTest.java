package dev.sightglass.metrics.micronaut.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.metrics.micronaut.Scrapes;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.io.socket.SocketUtils;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ClientMetricsTest {
    /** Below the ports that outgoing connections get: between the look and the start none of them takes it. */
    private final int port = SocketUtils.findAvailableTcpPort(20_000, 32_000);
    private final EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, Map.of("spec.name", "client",
        "micronaut.server.port", port, "micronaut.http.services.shop.url", "http://localhost:" + port));
    private final ApplicationContext context = server.getApplicationContext();
    private final ShopClient shop = context.getBean(ShopClient.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void labelsACallWithItsTemplate() {
        assertThat(shop.item("42", "en")).isEqualTo("item 42");
        assertThat(shop.item("43", null)).isEqualTo("item 43");

        assertThat(requests("GET", "/shop/items/{id}", "200")).isEqualTo(2);
        assertThat(value("http_request_duration_seconds_count", "GET", "/shop/items/{id}")).isEqualTo(2);
        assertThat(value("http_response_size_bytes_sum", "GET", "/shop/items/{id}")).isEqualTo(2 * "item 42".length());
        assertThat(active("GET", "/shop/items/{id}")).isZero();
    }

    @Test
    void startsEveryDeclaredCallAtZeroAndUnderTheNameThatItKeeps() {
        var before = callsInScrape();
        assertThat(before).contains("endpoint=\"/shop/items/{id}\",method=\"GET\"",
            "endpoint=\"/shop/orders\",method=\"POST\"", "endpoint=\"/shop/orders/{id}\",method=\"DELETE\"");

        shop.item("1", "en");
        shop.missing("1");
        shop.order(Map.of());
        shop.cancel("1");
        shop.chunked();

        assertThat(callsInScrape()).isEqualTo(before);
    }

    @Test
    void countsANotFoundAsAnAnswer() {
        assertThat(shop.missing("1")).isNull();

        assertThat(requests("GET", "/shop/missing/{id}", "404")).isEqualTo(1);
        assertThat(errors("GET", "/shop/missing/{id}", "client_error")).isEqualTo(1);
        assertThat(value("http_response_size_bytes_sum", "GET", "/shop/missing/{id}")).isPositive();
        assertThat(active("GET", "/shop/missing/{id}")).isZero();
    }

    @Test
    void countsAServerErrorAsAnAnswer() {
        assertThatThrownBy(shop::broken).isInstanceOf(HttpClientResponseException.class);

        assertThat(requests("GET", "/shop/broken", "500")).isEqualTo(1);
        assertThat(errors("GET", "/shop/broken", "server_error")).isEqualTo(1);
    }

    @Test
    void measuresTheSizeOfWhatWasEncoded() {
        var length = "{\"item\":\"lamp\"}".length();

        assertThat(shop.order(Map.of("item", "lamp"))).isEqualTo(Integer.toString(length));

        assertThat(requests("POST", "/shop/orders", "201")).isEqualTo(1);
        assertThat(value("http_request_size_bytes_sum", "POST", "/shop/orders")).isEqualTo(length);
        assertThat(value("http_request_size_bytes_count", "POST", "/shop/orders")).isEqualTo(1);
    }

    @Test
    void measuresAnAnswerThatDoesNotSayItsLength() {
        assertThat(shop.chunked()).isEqualTo("1234567890");

        assertThat(value("http_response_size_bytes_sum", "GET", "/shop/chunked")).isEqualTo(10);
    }

    @Test
    void takesAnAnswerWithoutBodyForEmpty() {
        shop.cancel("7");

        assertThat(requests("DELETE", "/shop/orders/{id}", "204")).isEqualTo(1);
        assertThat(value("http_response_size_bytes_sum", "DELETE", "/shop/orders/{id}")).isZero();
    }

    @Test
    void countsOnlyWhatGoesOut() {
        assertThat(shop.cached().code()).isEqualTo(200);

        assertThat(requests("GET", "/shop/cached", "200")).isZero();
    }

    @Test
    void honoursAnnotationsOnAClientInterface() {
        shop.cancel("7");

        assertThat(Scrapes.value(context, "sightglass_operation_requests_total", "operation", "cancel_order", "outcome",
            "success")).isEqualTo(1);
    }

    @Test
    void countsAFollowedRedirectOnce() {
        assertThat(shop.moved()).isEqualTo("here");

        assertThat(requests("GET", "/shop/moved", "200")).isEqualTo(1);
        assertThat(requests("GET", "other", "200")).isZero();
    }

    @Test
    void labelsACallWithoutTemplateWithItsConfiguredService() {
        context.getBean(LowLevelShop.class).client().toBlocking().retrieve("/shop/items/1");

        assertThat(requests("GET", "shop", "200")).isEqualTo(1);
    }

    @Test
    void neverLabelsACallWithAnAddress() {
        try (var client = client(server.getURI().toString())) {
            client.toBlocking().retrieve("/shop/items/1");
        }

        assertThat(requests("GET", "other", "200")).isEqualTo(1);
        assertThat(Scrapes.lines(context)).filteredOn(line -> line.startsWith("sightglass_http"))
            .noneMatch(line -> line.contains("localhost"));
    }

    @Test
    void labelsALowLevelCallWithTheTemplateThatItsCallerNames() {
        try (var client = client(server.getURI().toString())) {
            var request = HttpRequest.GET("/shop/items/1");
            BasicHttpAttributes.setUriTemplate(request, "/shop/items/{id}{?lang}");
            client.toBlocking().retrieve(request);
        }

        assertThat(requests("GET", "/shop/items/{id}", "200")).isEqualTo(1);
    }

    @Test
    void showsACallUnderWay() throws InterruptedException {
        var controller = context.getBean(ShopController.class);
        var answer = Mono.from(shop.slow()).toFuture();
        controller.slowAsked.await();

        assertThat(active("GET", "/shop/slow")).isEqualTo(1);
        controller.slow.complete("at last");

        assertThat(answer.join()).isEqualTo("at last");
        assertThat(active("GET", "/shop/slow")).isZero();
    }

    @Test
    void endsACallThatIsCancelled() throws InterruptedException {
        var controller = context.getBean(ShopController.class);
        var call = Mono.from(shop.slow()).subscribe();
        controller.slowAsked.await();

        call.dispose();

        assertThat(active("GET", "/shop/slow")).isZero();
        assertThat(errors("GET", "/shop/slow", "cancelled")).isEqualTo(1);
        assertThat(requests("GET", "/shop/slow", "none")).isEqualTo(1);
    }

    @Test
    void countsARefusedConnection() {
        try (var client = client("http://127.0.0.1:" + SocketUtils.findAvailableTcpPort())) {
            assertThatThrownBy(() -> client.toBlocking().retrieve("/")).isInstanceOf(HttpClientException.class);
        }

        assertThat(errors("GET", "other", "connect")).isEqualTo(1);
        assertThat(requests("GET", "other", "none")).isEqualTo(1);
    }

    @Test
    void countsATimeOut() throws IOException {
        try (var silent = BadServer.thatIsSilent(); var client = client(silent.url(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> client.toBlocking().retrieve("/")).isInstanceOf(HttpClientException.class);
        }

        assertThat(errors("GET", "other", "timeout")).isEqualTo(1);
        assertThat(active("GET", "other")).isZero();
    }

    @Test
    void countsAConnectionThatBreaks() throws IOException {
        try (var rude = BadServer.thatHangsUp(); var client = client(rude.url())) {
            assertThatThrownBy(() -> client.toBlocking().retrieve("/")).isInstanceOf(HttpClientException.class);
        }

        assertThat(errors("GET", "other", "reset")).isEqualTo(1);
    }

    @Test
    void countsANameThatDoesNotResolve() {
        try (var client = client("http://no-such-host.invalid")) {
            assertThatThrownBy(() -> client.toBlocking().retrieve("/")).isInstanceOf(HttpClientException.class);
        }

        assertThat(errors("GET", "other", "dns")).isEqualTo(1);
    }

    private HttpClient client(String url) {
        return client(url, Duration.ofSeconds(30));
    }

    private HttpClient client(String url, Duration readTimeout) {
        var config = new DefaultHttpClientConfiguration();
        config.setReadTimeout(readTimeout);
        return context.createBean(HttpClient.class, URI.create(url), config);
    }

    private Set<String> callsInScrape() {
        return Scrapes.lines(context).stream().filter(line -> line.startsWith("sightglass_http_requests_active{"))
            .map(line -> line.substring(line.indexOf('{') + 1, line.indexOf("} "))).collect(Collectors.toSet());
    }

    private double requests(String method, String endpoint, String status) {
        return Scrapes.value(context, "sightglass_http_requests_total", "method", method, "endpoint", endpoint,
            "status",
            status);
    }

    private double errors(String method, String endpoint, String type) {
        return Scrapes.value(context, "sightglass_http_errors_total", "method", method, "endpoint", endpoint,
            "error_type", type);
    }

    private double active(String method, String endpoint) {
        return value("http_requests_active", method, endpoint);
    }

    private double value(String name, String method, String endpoint) {
        return Scrapes.value(context, "sightglass_" + name, "method", method, "endpoint", endpoint);
    }
}
