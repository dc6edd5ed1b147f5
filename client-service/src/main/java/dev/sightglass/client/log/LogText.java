package dev.sightglass.client.log;

/** Text from outside, made fit for one line of a log. */
public final class LogText {

    private static final int LONGEST = 400;

    private LogText() {}

    /**
     * Shortens what is very long, and escapes the rest.
     *
     * @param text from a file name or a file
     * @return the same text when it is short and harmless
     */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return escaped(text);
        }
        return escaped(text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)))) + "...";
    }

    /**
     * Escapes what could forge a line or paint a terminal: control and formatting characters, lone surrogates.
     *
     * @param text from anywhere
     * @return the same text when it is harmless
     */
    public static String escaped(String text) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f)) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> {
                switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> safe.append("\\u{%x}".formatted(point));
                    default -> safe.appendCodePoint(point);
                }
            }
        }
    }
}
