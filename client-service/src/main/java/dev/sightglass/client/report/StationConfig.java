package dev.sightglass.client.report;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The station's identity, for reports that carry none.
 *
 * @param name the station's name; without one, the host's name
 * @param location where the station stands
 * @param purpose what it is used for
 */
@ConfigurationProperties("sightglass.station")
public record StationConfig(@Bindable(defaultValue = "${HOSTNAME:station}") String name,
    @Bindable(defaultValue = "Unspecified") String location, @Bindable(defaultValue = "Production") String purpose) {

    /** Checks the lengths that the server accepts. */
    public StationConfig {
        check("name", name);
        check("location", location);
        check("purpose", purpose);
    }

    private static void check(String key, String value) {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException(
                "sightglass.station." + key + ": must have 1 to 100 characters. Found: '" + value + "'");
        }
    }
}
