package dev.sightglass.client.intake;

import java.util.List;
import java.util.regex.Pattern;

/** Globs over file names, deaf to upper and lower case. */
final class NamePatterns {

    private final List<Pattern> patterns;

    NamePatterns(List<String> globs) {
        this.patterns = globs.stream().map(NamePatterns::compile).toList();
    }

    boolean match(String name) {
        for (var pattern : patterns) {
            if (pattern.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    /** The file system's own matcher heeds case on Linux and stops at names that the locale cannot spell. */
    private static Pattern compile(String glob) {
        var regex = new StringBuilder();
        var inBraces = false;
        for (var at = 0; at < glob.length(); at++) {
            var sign = glob.charAt(at);
            switch (sign) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    regex.append("(?:");
                    inBraces = true;
                }
                case '}' -> {
                    regex.append(inBraces ? ")" : "\\}");
                    inBraces = false;
                }
                case ',' -> regex.append(inBraces ? "|" : ",");
                default -> regex.append(Pattern.quote(String.valueOf(sign)));
            }
        }
        if (inBraces) {
            throw new IllegalArgumentException("'" + glob + "' opens a brace and does not close it");
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
