package dev.sightglass.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A complete answer, ready to be sent. */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NO_BODY = -1;

    private final int status;
    private final String mediaType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.headers = headers;
    }

    static Answer of(String mediaType, byte[] body) {
        return new Answer(200, mediaType, body, Map.of());
    }

    static Answer json(String text) {
        return of("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(Object value) {
        return new Answer(200, "application/json", bytes(value), Map.of());
    }

    static Answer error(int status, String message) {
        return new Answer(status, "application/json", bytes(Map.of("message", message)), Map.of());
    }

    static Answer refused(String message, List<String> errors) {
        return new Answer(400, "application/json", bytes(Map.of("message", message, "errors", errors)), Map.of());
    }

    static Answer noContent() {
        return new Answer(204, "application/json", new byte[0], Map.of());
    }

    Answer with(String header, @Nullable String value) {
        return value == null ? this : new Answer(status, mediaType, body, Map.of(header, value));
    }

    int status() {
        return status;
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        headers.forEach(exchange.getResponseHeaders()::set);
        if (body.length == 0 || status == 204 || status == 304) {
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer cannot be written as JSON; this is a bug in the simulator",
                impossible);
        }
    }
}
