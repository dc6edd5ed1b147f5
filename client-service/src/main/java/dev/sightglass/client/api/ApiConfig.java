package dev.sightglass.client.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The REST API.
 *
 * @param port where it listens; 0 takes a free one
 * @param bind the address that it listens on
 */
@ConfigurationProperties("sightglass.api")
public record ApiConfig(@Bindable(defaultValue = "8080") int port, @Bindable(defaultValue = "0.0.0.0") String bind) {

    /** Checks the range. */
    public ApiConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("sightglass.api.port: must be 0 to 65535. Found: " + port);
        }
    }
}
