package dev.sightglass.health.management;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What was asked of an endpoint.
 *
 * @param path the path below the base path
 * @param parameters the query, decoded
 * @param isTrusted whether the caller may see more than a word: it gave valid credentials, or none are asked for
 * @param headers finds a header's value by its name, in any case
 */
public record ManagementRequest(String path, Map<String, List<String>> parameters, boolean isTrusted,
    Function<String, @Nullable String> headers) {

    /**
     * A header's value.
     *
     * @param name its name, in any case
     * @return the first value, or null
     */
    public @Nullable String header(String name) {
        return headers.apply(name);
    }
}
