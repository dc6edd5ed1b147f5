package dev.sightglass.converter;

import java.time.Duration;

/**
 * The source cannot be converted yet, for a reason that is not its fault. Thrown from the depth of a parser; equals answering
 * {@link ConversionResult.Suspended}.
 */
public final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Something that a conversion has to wait for.
     *
     * @param message what is awaited
     * @param retryAfter how long to wait before the next try
     */
    public NotYetException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /**
     * The answer that this exception stands for.
     *
     * @return suspended, with the message as reason
     */
    public ConversionResult.Suspended suspended() {
        return new ConversionResult.Suspended(String.valueOf(getMessage()), retryAfter);
    }
}
