package dev.sightglass.metrics.micronaut.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";

    private static EmbeddedServer server;
    private static java.net.http.HttpClient caller;

    @BeforeAll
    static void start() {
        server = ApplicationContext.run(EmbeddedServer.class, Map.of("spec.name", "hops",
            "micronaut.executors.blocking.virtual", "true", "micronaut.netty.event-loops.default.num-threads", "1"));
        caller = java.net.http.HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        caller.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "blocking", "io", "injected-executor", "common-pool", "virtual-thread",
        "virtual-thread-with-everything", "publish-on", "subscribe-on", "delay", "many-hops", "call/event-loop",
        "call/blocking", "call/after-publish-on", "call/after-call", "call/virtual-thread", "call/common-pool"})
    void idSurvives(String hop) throws Exception {
        var answer = get("/hop/" + hop, CorrelationId.HEADER, ID);

        assertThat(answer.body()).isEqualTo(ID);
        assertThat(idOf(answer)).isEqualTo(ID);
    }

    @Test
    void takesTheTraceOfTheCaller() throws Exception {
        var answer = get("/hop/event-loop", CorrelationId.TRACEPARENT, "00-" + ID + "-b7ad6b7169203331-01");

        assertThat(answer.body()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0AF7651916CD43DD8448EB211C80319C", "00000000000000000000000000000000",
        "0af7651916cd43dd8448eb211c80319c0af7651916cd43dd8448eb211c80319c", "<script>alert(1)</script>"})
    void makesAnIdInPlaceOfOneThatIsNotValid(String sent) throws Exception {
        var answer = get("/hop/event-loop", CorrelationId.HEADER, sent);

        assertThat(CorrelationId.parse(answer.body())).isPresent();
        assertThat(answer.body()).isNotEqualTo(sent);
        assertThat(idOf(answer)).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hop/failing", "/no-such-path"})
    void tellsTheIdAlsoWhenTheAnswerIsAnError(String path) throws Exception {
        var answer = get(path, CorrelationId.HEADER, ID);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(idOf(answer)).isEqualTo(ID);
    }

    @Test
    void neverMixesRequestsOnOneThread() throws Exception {
        for (String hop : new String[]{"event-loop", "many-hops", "blocking", "call/after-call", "injected-executor"}) {
            var ids = IntStream.range(0, 100).mapToObj(i -> CorrelationId.random().value()).toList();
            var answers = ids.stream().map(id -> caller.sendAsync(request("/hop/" + hop, CorrelationId.HEADER, id),
                HttpResponse.BodyHandlers.ofString())).toList();

            for (int i = 0; i < ids.size(); i++) {
                assertThat(answers.get(i).get().body()).as(hop).isEqualTo(ids.get(i));
            }
        }
    }

    @Test
    void leavesNothingOnTheThreadThatServedARequest() throws Exception {
        get("/hop/event-loop", CorrelationId.HEADER, ID);
        get("/hop/call/after-call", CorrelationId.HEADER, ID);
        get("/hop/failing", CorrelationId.HEADER, ID);

        assertThat(onEventLoop()).isEqualTo("none");
    }

    @Test
    void keepsWhatTheCallerHasSetOnARequest() throws Exception {
        try (var client = client()) {
            var other = CorrelationId.random().value();
            var request = io.micronaut.http.HttpRequest.GET("/hop/event-loop").header(CorrelationId.HEADER, other);

            var answer = CorrelationContext.call(new CorrelationId(ID),
                () -> client.toBlocking().retrieve(request));

            assertThat(answer).isEqualTo(other);
        }
    }

    @Test
    void leavesTheSpanOfATracerAlone() throws Exception {
        try (var client = client()) {
            var answer = CorrelationContext.call(new CorrelationId(ID),
                () -> client.toBlocking().retrieve("/echo/traced"));

            assertThat(answer).isEqualTo("[\"" + Tracer.SPAN + "\"]");
        }
    }

    private static HttpClient client() {
        return server.getApplicationContext().createBean(HttpClient.class, server.getURL(),
            new DefaultHttpClientConfiguration());
    }

    private static String onEventLoop() throws ExecutionException, InterruptedException {
        return server.getApplicationContext().getBean(EventLoopGroupRegistry.class).getDefaultEventLoopGroup()
            .submit(Seen::here).get();
    }

    private static HttpResponse<String> get(String path, String header, String value)
        throws IOException, InterruptedException {
        return caller.send(request(path, header, value), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String path, String header, String value) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path)).header(header, value).build();
    }

    private static String idOf(HttpResponse<String> answer) {
        return answer.headers().firstValue(CorrelationId.HEADER).orElse("none");
    }
}
