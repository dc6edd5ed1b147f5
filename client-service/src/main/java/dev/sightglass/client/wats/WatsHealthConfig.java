package dev.sightglass.client.wats;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When what we share with the server is a warning.
 *
 * @param tokenWarning how long before it expires a token is one
 * @param clockTolerance how far our clock may be from the server's
 */
@ConfigurationProperties("sightglass.health.wats")
record WatsHealthConfig(@Bindable(defaultValue = "7d") Duration tokenWarning,
    @Bindable(defaultValue = "30s") Duration clockTolerance) {

    /** Checks the bounds. */
    WatsHealthConfig {
        check("token-warning", tokenWarning);
        check("clock-tolerance", clockTolerance);
    }

    private static void check(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                "sightglass.health.wats." + key + ": must not be negative. Found: " + value);
        }
    }
}
