package dev.sightglass.client.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of a call, name by name. */
final class Query {

    private final List<String> pairs = new ArrayList<>();

    /** Adds a parameter; without a value it is left out. */
    Query with(String name, @Nullable Object value) {
        if (value != null) {
            pairs.add(name + "=" + encoded(value.toString()));
        }
        return this;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
