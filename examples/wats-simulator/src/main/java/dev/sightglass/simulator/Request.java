package dev.sightglass.simulator;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that was read completely. */
final class Request {

    private final URI uri;
    private final String tail;
    private final Headers headers;
    private final byte[] body;

    Request(URI uri, String tail, Headers headers, byte[] body) {
        this.uri = uri;
        this.tail = tail;
        this.headers = headers;
        this.body = body;
    }

    /** What stands in the place of the route's last segment, decoded; empty for a route without one. */
    String tail() {
        return decoded(tail.replace("+", "%2B"));
    }

    Headers headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String parameter(String name) {
        return parameters().get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * A parameter that is a number from 0 up.
     *
     * @throws NumberFormatException when it is none
     */
    int number(String name, int missing) {
        var value = parameter(name);
        return value == null ? missing : Integer.parseUnsignedInt(value);
    }

    private Map<String, String> parameters() {
        var query = uri.getRawQuery();
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        return Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> decoded(pair[0]).toLowerCase(Locale.ROOT),
                pair -> pair.length == 2 ? decoded(pair[1]) : "", (first, _) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Answers a request. */
    interface Endpoint extends Function<Request, Answer> {}
}
