package dev.sightglass.example.micronaut;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Main {
    private Main() {}

    /**
     * Starts the service.
     *
     * @param args what Micronaut takes, such as {@code -micronaut.server.port=8081}
     */
    public static void main(String... args) {
        Micronaut.run(Main.class, args);
    }
}
