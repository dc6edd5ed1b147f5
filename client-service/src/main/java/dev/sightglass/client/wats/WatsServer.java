package dev.sightglass.client.wats;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.HttpRetryReason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The WATS server as seen over HTTP. Thread-safe; calls block, which virtual threads make cheap.
 *
 * <p>
 * Failures are answers here, not exceptions: what each of them means for a report is not this class's to judge.
 */
public final class WatsServer implements AutoCloseable {

    private static final int TEXT_LIMIT = 1_048_576;
    /** An answer that never ends must not fill the memory; the longest list of products is far below this. */
    private static final BodyHandler<byte[]> BODY = BodyHandlers.limiting(BodyHandlers.ofByteArray(), 64L << 20);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** For what is small on both ways. */
    private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(10);

    private final URI url;
    private final Token token;
    private final ClockSkew clockSkew = new ClockSkew();
    private final HttpClientMetrics metrics;
    private final InstantSource clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    /**
     * Opens no connection yet.
     *
     * @param config the address and the token
     * @param metrics told of every exchange
     * @param clock to make sense of dates in answers
     */
    public WatsServer(WatsConfig config, HttpClientMetrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.url = config.url();
        this.token = new Token(config);
        this.clock = clock;
        var version = "https".equals(url.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
        this.http = HttpClient.newBuilder().version(version).connectTimeout(CONNECT_TIMEOUT)
            // a redirected POST becomes a GET, whose 200 says nothing of a report
            .followRedirects(HttpClient.Redirect.NEVER).executor(executor).build();
    }

    /**
     * Hands one report to the server.
     *
     * @param id the report's id, sent as {@code Idempotency-Key} too
     * @param json the report
     * @param timeout for the whole exchange, from the first byte out to the last byte in
     * @return the answer
     * @throws InterruptedException when the calling thread is interrupted; the server may have the report nevertheless
     */
    public Answer submit(UUID id, byte[] json, Duration timeout) throws InterruptedException {
        var request = request(Endpoint.SUBMIT_WSJF.path()).header("Content-Type", "application/json")
            .header("Idempotency-Key", id.toString()).POST(BodyPublishers.ofByteArray(json));
        return exchange(Endpoint.SUBMIT_WSJF, request, timeout);
    }

    /**
     * Counts that a report will be handed over again.
     *
     * @param answer why
     */
    public void willRetry(Answer answer) {
        var reason = switch (answer) {
            case Answer.Answered answered -> HttpRetryReason.of(answered.status());
            case Answer.Unanswered(var failure, _) -> switch (failure) {
                case TIMEOUT, HALF_OPEN -> HttpRetryReason.TIMEOUT;
                case CONNECT, DNS, TLS, RESET -> HttpRetryReason.CONNECTION;
                case PROTOCOL -> HttpRetryReason.OTHER;
            };
        };
        metrics.retried(Endpoint.SUBMIT_WSJF.method(), Endpoint.SUBMIT_WSJF.path(), reason);
    }

    /**
     * Takes the token from another place from now on, for requests that begin after this call.
     *
     * @param config names the place; its address is ignored, since a change of it needs a new server
     * @throws IllegalArgumentException when there is no token; then the one before stays in use
     */
    public void useToken(WatsConfig config) {
        token.use(config);
    }

    /**
     * Asks for the server's version: the probe for whether it is there and knows our token. Never from a cache.
     *
     * @return the answer
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Answer version() throws InterruptedException {
        return get(Endpoint.VERSION, "");
    }

    Answer put(Endpoint endpoint, byte[] json) throws InterruptedException {
        var request =
            request(endpoint.path()).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(json));
        return exchange(endpoint, request, LOOKUP_TIMEOUT);
    }

    /** How the token is, without a word of it. */
    TokenStatus tokenStatus() {
        return token.status();
    }

    /** Our clock minus the server's, as last seen; null while it is not known. */
    @Nullable
    Duration clockSkew() {
        return clockSkew.last();
    }

    /** Whose eyes the server shows its answers to. */
    String account() {
        return token.value();
    }

    Answer get(Endpoint endpoint, String query) throws InterruptedException {
        return exchange(endpoint, request(endpoint.path() + query).GET(), LOOKUP_TIMEOUT);
    }

    /** Every request tells what it is for; one that is for nothing in particular, such as a probe, has an id of its own. */
    private HttpRequest.Builder request(String path) {
        var correlationId = CorrelationContext.current().orElseGet(CorrelationId::random);
        return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "application/json")
            .header("Authorization", "Basic " + token.value())
            .header(CorrelationId.HEADER, correlationId.value())
            .header(CorrelationId.TRACEPARENT, correlationId.toTraceparent());
    }

    /** The request's own time-out ends with the headers; the wait for the future covers the body too. */
    private Answer exchange(Endpoint endpoint, HttpRequest.Builder builder, Duration timeout)
        throws InterruptedException {
        var request = builder.timeout(timeout).build();
        var asked = clock.instant();
        var metered = metrics.request(request.method(), endpoint.path());
        long sent = request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
        var begun = new AtomicBoolean();
        var response = http.sendAsync(request, head -> {
            begun.set(true);
            return BODY.apply(head);
        });
        try {
            var answer = response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            metered.finish(answer.statusCode(), sent, answer.body().length);
            return answered(answer, asked);
        } catch (TimeoutException late) {
            response.cancel(true);
            metered.fail(late, sent);
            return Failures.late(timeout, begun.get());
        } catch (ExecutionException failed) {
            metered.fail(failed, sent);
            return Failures.classify(failed);
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            metered.fail(interrupted, sent);
            throw interrupted;
        }
    }

    private Answer answered(HttpResponse<byte[]> response, Instant asked) {
        response.headers().firstValue("Date").ifPresent(date -> clockSkew.saw(date, asked, clock.instant()));
        boolean page =
            response.headers().firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent();
        if (page && response.statusCode() < 300) {
            return new Answer.Unanswered(Answer.Failure.PROTOCOL,
                "status " + response.statusCode() + " with a web page, which is not an answer of a WATS server");
        }
        var retryAfter =
            response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, clock.instant()));
        byte[] body = response.body();
        var text = new String(body, 0, Math.min(body.length, TEXT_LIMIT), StandardCharsets.UTF_8);
        var moved = response.headers().firstValue("Location").map(place -> "moved to " + place + " ").orElse("");
        return new Answer.Answered(response.statusCode(), retryAfter, moved + text);
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
        // not close(), which waits without end for a task that does not
        executor.shutdownNow();
    }
}
