package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.HttpServerConfiguration;

/** Gives each incoming request its id, before any other filter, and tells the caller which it was. */
@Requires(classes = HttpServerConfiguration.class)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ServerCorrelationFilter implements Ordered {
    private static final String ATTRIBUTE = "sightglass.correlation";

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }

    @RequestFilter
    void accept(HttpRequest<?> request, MutablePropagatedContext context) {
        var id = idOf(request.getHeaders());
        request.setAttribute(ATTRIBUTE, id);
        context.add(new CorrelationElement(id));
    }

    @ResponseFilter
    void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, CorrelationId.class)
            .ifPresent(id -> response.getHeaders().set(CorrelationId.HEADER, id.value()));
    }

    private static CorrelationId idOf(HttpHeaders headers) {
        return CorrelationId.parse(headers.get(CorrelationId.HEADER))
            .or(() -> CorrelationId.fromTraceparent(headers.get(CorrelationId.TRACEPARENT)))
            .orElseGet(CorrelationId::random);
    }
}
