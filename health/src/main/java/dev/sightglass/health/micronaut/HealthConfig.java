package dev.sightglass.health.micronaut;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * What all components have in common.
 *
 * @param runbooks the link to where a person reads on about a component, with <code>{check}</code> for its name; none
 *     unless set
 */
@ConfigurationProperties("sightglass.health")
public record HealthConfig(@Nullable String runbooks) {

    private static final String NAME = "{check}";

    /** Checks that the link can be one. */
    public HealthConfig {
        if (runbooks != null) {
            verify(runbooks);
        }
    }

    @Nullable
    URI runbook(String component) {
        return runbooks == null ? null : URI.create(runbooks.replace(NAME, component));
    }

    private static void verify(String runbooks) {
        try {
            var _ = URI.create(runbooks.replace(NAME, "name"));
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("sightglass.health.runbooks: must be a link such as "
                + "https://wiki.example.com/runbooks/{check}. Found: " + runbooks, broken);
        }
    }
}
