package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.context.annotation.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;

/** Answers with the id that the caller sent, if both of its headers agree. */
@Controller("/echo")
@Requires(property = "spec.name", value = "hops")
class EchoController {

    @Get
    String echo(@Header(CorrelationId.HEADER) @Nullable String id,
        @Header(CorrelationId.TRACEPARENT) @Nullable String trace) {
        if (id == null || trace == null) {
            return "not sent";
        }
        return trace.matches("00-" + id + "-[0-9a-f]{16}-00") ? id : id + " but " + trace;
    }

    @Get("/traced")
    List<String> traced(HttpHeaders headers) {
        return headers.getAll(CorrelationId.TRACEPARENT);
    }
}
