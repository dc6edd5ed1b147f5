package dev.sightglass.client.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names for a file in a folder where its own may be taken. */
final class UniqueNames {

    /** What file systems allow for one name. */
    static final int LONGEST = 255;

    private static final DateTimeFormatter STAMP =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UniqueNames() {}

    /**
     * The name to try.
     *
     * @param attempt 0 for the name as it is; then a time is added, so that a much used name is not counted through; then a number too
     */
    static String candidate(String name, int attempt, Instant now, int maxBytes) {
        var addition = switch (attempt) {
            case 0 -> "";
            case 1 -> "-" + STAMP.format(now);
            default -> "-" + STAMP.format(now) + "-" + attempt;
        };
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - ending.length());
        return shortened(stem, maxBytes - bytes(addition) - bytes(ending)) + addition + ending;
    }

    static boolean fits(String name, int maxBytes) {
        return bytes(name) <= maxBytes;
    }

    private static String shortened(String stem, int maxBytes) {
        var kept = stem;
        while (bytes(kept) > maxBytes) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
