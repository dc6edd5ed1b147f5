package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;

/** Sets its own span on a call, as a tracer does. */
@Order(0)
@ClientFilter("/echo/traced")
@Requires(property = "spec.name", value = "hops")
final class Tracer {
    static final String SPAN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @RequestFilter
    void trace(MutableHttpRequest<?> request) {
        request.getHeaders().add(CorrelationId.TRACEPARENT, SPAN);
    }
}
