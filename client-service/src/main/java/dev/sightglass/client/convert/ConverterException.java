package dev.sightglass.client.convert;

/** Converters or their configuration are wrong in a way that only a person can mend. */
public final class ConverterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Something that a person has to mend.
     *
     * @param message what is wrong, where, and the remedy
     */
    public ConverterException(String message) {
        super(message);
    }
}
