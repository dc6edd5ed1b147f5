package dev.sightglass.metrics.micronaut.http;

import io.micronaut.http.HttpMessage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.netty.NettyHttpResponseBuilder;

/** How large bodies were; {@link #UNKNOWN} for a body that was streamed without saying so. */
final class BodySize {
    static final long UNKNOWN = -1;

    private BodySize() {}

    /** To be asked after the call: the client writes the length of what it encoded into the request's own headers. */
    static long of(HttpRequest<?> request) {
        if (!request.getMethod().permitsRequestBody()) {
            return 0;
        }
        return declared(request);
    }

    static long of(HttpResponse<?> response) {
        long declared = declared(response);
        if (declared != UNKNOWN || !(response instanceof NettyHttpResponseBuilder netty) || netty.isStream()) {
            return declared;
        }
        return netty.toFullHttpResponse().content().readableBytes();
    }

    private static long declared(HttpMessage<?> message) {
        return message.getHeaders().contentLength().orElse(UNKNOWN);
    }
}
