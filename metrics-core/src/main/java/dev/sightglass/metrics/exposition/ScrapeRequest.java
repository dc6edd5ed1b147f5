package dev.sightglass.metrics.exposition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a scraper asked for.
 *
 * @param format the format it prefers
 * @param gzip whether it takes gzip
 * @param filter the metrics that it wants
 * @since 0.1.0
 */
public record ScrapeRequest(Format format, boolean gzip, NameFilter filter) {
    private static final String NAME = "name[]";
    private static final int LONGEST_QUERY = 65_536;

    /**
     * Reads a request's headers and query.
     *
     * @param accept the {@code Accept} header, or null
     * @param acceptEncoding the {@code Accept-Encoding} header, or null
     * @param rawQuery the part of the address after the question mark, still encoded, or null
     * @return the request
     * @throws IllegalArgumentException if the query is malformed or names more metrics than a scrape may name
     */
    public static ScrapeRequest of(@Nullable String accept, @Nullable String acceptEncoding,
        @Nullable String rawQuery) {
        return new ScrapeRequest(Format.negotiate(accept), takesGzip(acceptEncoding), NameFilter.of(names(rawQuery)));
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] pieces = part.split(";");
            String coding = pieces.length == 0 ? "" : pieces[0].strip();
            if (coding.equals("gzip") || coding.equals("*")) {
                return pieces.length < 2 || !pieces[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static List<String> names(@Nullable String rawQuery) {
        List<String> names = new ArrayList<>();
        if (rawQuery == null) {
            return names;
        }
        if (rawQuery.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException(
                "query: at most " + LONGEST_QUERY + " characters. Found: " + rawQuery.length());
        }
        for (String parameter : rawQuery.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && decoded(parameter.substring(0, equals)).equals(NAME)) {
                names.add(decoded(parameter.substring(equals + 1)));
            }
        }
        return names;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
