package dev.sightglass.health.management;

/** Hears of every answer, on the event loop: be quick. */
public interface RequestListener {

    /**
     * A path is served from now on.
     *
     * @param endpoint the endpoint's path
     */
    default void serves(String endpoint) {}

    /**
     * An answer went out.
     *
     * @param endpoint the endpoint's path, or {@code other} for a path that does not exist
     * @param status the HTTP status code
     */
    void answered(String endpoint, int status);
}
