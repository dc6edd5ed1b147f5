package dev.sightglass.metrics.micronaut.http;

import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.HttpExchange;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.filter.FilterContinuation;
import java.util.concurrent.CancellationException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Measures each outgoing call, as close to the wire as a filter can be. */
@Requires(classes = HttpClient.class)
@ClientFilter(ClientFilter.MATCH_ALL_PATTERN)
final class ClientMetricsFilter implements Ordered {
    /** Set by the client on the request that follows a redirect. */
    private static final String REDIRECTS = "micronaut.http.client.redirect-count";

    private final HttpClientMetrics metrics;
    private final CallEndpoint endpoints;

    ClientMetricsFilter(HttpClientMetrics metrics, CallEndpoint endpoints) {
        this.metrics = metrics;
        this.endpoints = endpoints;
    }

    /** Of a client's filters, which run in reverse order, the last. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    Publisher<HttpResponse<?>> measure(MutableHttpRequest<?> request,
        FilterContinuation<Publisher<HttpResponse<?>>> call) {
        if (request.getAttribute(REDIRECTS).isPresent()) {
            // A part of the call that is being measured already.
            return call.proceed();
        }
        return Mono.defer(() -> {
            var exchange = metrics.request(request.getMethodName(), endpoints.of(request));
            return Mono.fromDirect(call.proceed())
                .doOnNext(response -> answered(exchange, request, response))
                .doOnError(failure -> failed(exchange, request, failure))
                .doOnCancel(() -> failed(exchange, request, new CancellationException()));
        });
    }

    private static void answered(HttpExchange exchange, MutableHttpRequest<?> request, HttpResponse<?> response) {
        exchange.finish(response.code(), BodySize.of(request), BodySize.of(response));
    }

    private static void failed(HttpExchange exchange, MutableHttpRequest<?> request, Throwable failure) {
        if (failure instanceof HttpClientResponseException refused) {
            answered(exchange, request, refused.getResponse());
        } else {
            exchange.fail(Failures.inWordsOfTheJdk(failure), BodySize.of(request));
        }
    }
}
