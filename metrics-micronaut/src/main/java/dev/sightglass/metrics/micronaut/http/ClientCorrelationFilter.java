package dev.sightglass.metrics.micronaut.http;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.client.HttpClient;

/** Sends the present correlation id along. What somebody, such as a tracer, has set on the request already is kept. */
@Requires(classes = HttpClient.class)
@ClientFilter(ClientFilter.MATCH_ALL_PATTERN)
final class ClientCorrelationFilter implements Ordered {

    /** Of a client's filters, which run in reverse order, one of the last, so that it sees what others have set. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void send(MutableHttpRequest<?> request) {
        CorrelationContext.current().ifPresent(id -> {
            var headers = request.getHeaders();
            if (!headers.contains(CorrelationId.HEADER)) {
                headers.add(CorrelationId.HEADER, id.value());
            }
            if (!headers.contains(CorrelationId.TRACEPARENT)) {
                headers.add(CorrelationId.TRACEPARENT, id.toTraceparent());
            }
        });
    }
}
