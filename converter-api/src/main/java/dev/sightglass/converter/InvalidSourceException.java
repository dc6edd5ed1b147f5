package dev.sightglass.converter;

/**
 * The content of a source is wrong. Thrown from the depth of a parser; equals answering {@link ConversionResult.Rejected}. The message may
 * quote the source: what is not for reading is replaced, and what is too long is cut.
 */
public final class InvalidSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_QUOTE = 40;

    /**
     * A fault of the content.
     *
     * @param message what is wrong and where, for the person who has to mend it
     */
    public InvalidSourceException(String message) {
        super(readable(message));
    }

    /**
     * A fault of the content that a library found.
     *
     * @param message what is wrong and where, for the person who has to mend it
     * @param cause the library's own account
     */
    public InvalidSourceException(String message, Throwable cause) {
        super(readable(message), cause);
    }

    /**
     * Text from a source as a message shows it.
     *
     * @param text any text
     * @return the text in quotes, on one line, cut after 40 characters
     */
    public static String quote(String text) {
        return "'" + readable(text, LONGEST_QUOTE) + "'";
    }

    private static String readable(String message) {
        return readable(message, LONGEST_MESSAGE);
    }

    private static String readable(String text, int longest) {
        var shown = text.codePoints().limit(longest).map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return shown.length() < text.length() ? shown + "..." : shown;
    }
}
