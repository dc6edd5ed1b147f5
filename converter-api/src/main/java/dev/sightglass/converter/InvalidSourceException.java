package dev.sightglass.converter;

/**
 * The content of a source is wrong. Thrown from the depth of a parser; equals answering {@link ConversionResult.Rejected}.
 */
public final class InvalidSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A fault of the content.
     *
     * @param message what is wrong and where, for the person who has to mend it
     */
    public InvalidSourceException(String message) {
        super(message);
    }

    /**
     * A fault of the content that a library found.
     *
     * @param message what is wrong and where, for the person who has to mend it
     * @param cause the library's own account
     */
    public InvalidSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
