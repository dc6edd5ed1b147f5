package dev.sightglass.health.management;

import java.io.Serial;

/** A request that an endpoint cannot make sense of: the caller gets 400 and the title. */
public final class BadRequestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String title;

    /**
     * A bad request.
     *
     * @param title what is wrong; shown to the caller
     * @param cause what found it
     */
    public BadRequestException(String title, Throwable cause) {
        super(title, cause);
        this.title = title;
    }

    String title() {
        return title;
    }
}
