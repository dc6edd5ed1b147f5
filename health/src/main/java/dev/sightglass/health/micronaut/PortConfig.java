package dev.sightglass.health.micronaut;

import org.jspecify.annotations.Nullable;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.env.Environment;

/**
 * The management port.
 *
 * @param port 9090 unless set ({@code SIGHTGLASS_METRICS_PORT}); 0 for any free one, which is also what tests get
 *     unless they set it; -1 for none
 */
@ConfigurationProperties("sightglass.metrics")
public record PortConfig(@Nullable Integer port) {

    private static final int DEFAULT = 9090;
    private static final int HIGHEST = 65_535;

    /** Checks the range. */
    public PortConfig {
        if (port != null && (port < -1 || port > HIGHEST)) {
            throw new IllegalArgumentException(
                "sightglass.metrics.port: must be a port, 0 for any free one or -1 for none. Found: " + port);
        }
    }

    int effective(Environment environment) {
        if (port != null) {
            return port;
        }
        return environment.getActiveNames().contains(Environment.TEST) ? 0 : DEFAULT;
    }
}
