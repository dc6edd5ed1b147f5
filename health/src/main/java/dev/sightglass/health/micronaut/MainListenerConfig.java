package dev.sightglass.health.micronaut;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The question that readiness puts to the application's own listener.
 *
 * @param enabled whether it is put at all
 * @param path what is asked for; any answer below 500 is a good one
 */
@ConfigurationProperties("sightglass.health.main-listener")
public record MainListenerConfig(@Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "/") String path) {

    /** Checks the path. */
    public MainListenerConfig {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                "sightglass.health.main-listener.path: must begin with a slash. Found: " + path);
        }
    }
}
