package dev.sightglass.client.api;

import io.micronaut.http.HttpRequest;

/** Who does an act. The name is the caller's own word: whoever needs more puts authentication before the API. */
final class Operator {

    private static final String HEADER = "X-Operator";
    private static final int LONGEST = 100;

    private Operator() {}

    static String of(HttpRequest<?> request) {
        var name = request.getHeaders().get(HEADER, String.class, "").replaceAll("[^\\p{L}\\p{N} @._+-]", "").strip();
        return name.isEmpty() ? "a caller from " + request.getRemoteAddress().getAddress().getHostAddress()
            : name.substring(0, Math.min(name.length(), LONGEST));
    }
}
