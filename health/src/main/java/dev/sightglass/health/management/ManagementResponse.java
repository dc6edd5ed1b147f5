package dev.sightglass.health.management;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer. The body is not copied and may be shared by several answers: nobody may write to it.
 *
 * @param status the HTTP status code
 * @param contentType the media type
 * @param headers further headers
 * @param body the body as it goes out
 */
@SuppressWarnings("ArrayRecordComponent") // a body is passed on, never compared
public record ManagementResponse(int status, String contentType, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json";

    /** Copies the headers. */
    public ManagementResponse {
        headers = Map.copyOf(headers);
    }

    /**
     * A JSON answer.
     *
     * @param status the HTTP status code
     * @param body JSON in UTF-8
     * @return the answer
     */
    public static ManagementResponse json(int status, byte[] body) {
        return new ManagementResponse(status, JSON, Map.of(), body);
    }

    /**
     * A text answer.
     *
     * @param status the HTTP status code
     * @param text the text
     * @return the answer
     */
    public static ManagementResponse text(int status, String text) {
        return new ManagementResponse(status, "text/plain; charset=utf-8", Map.of(),
            text.getBytes(StandardCharsets.UTF_8));
    }

    static ManagementResponse problem(int status, String title) {
        return problem(status, title, Map.of());
    }

    static ManagementResponse problem(int status, String title, Map<String, String> headers) {
        var body = Json.write(json -> {
            json.writeNumberField("status", status);
            json.writeStringField("title", title);
        });
        return new ManagementResponse(status, "application/problem+json", headers, body);
    }
}
