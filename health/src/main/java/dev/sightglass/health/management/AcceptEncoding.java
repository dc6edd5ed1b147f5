package dev.sightglass.health.management;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} as far as gzip goes. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    static boolean allowsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean anything = false;
        for (var part : header.toLowerCase(Locale.ROOT).split(",")) {
            var pieces = part.split(";", 2);
            var coding = pieces[0].strip();
            boolean allowed = pieces.length == 1 || !isZero(pieces[1]);
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return allowed;
            }
            anything |= coding.equals("*") && allowed;
        }
        return anything;
    }

    private static boolean isZero(String parameter) {
        return parameter.replace(" ", "").matches("q=0(\\.0*)?");
    }
}
