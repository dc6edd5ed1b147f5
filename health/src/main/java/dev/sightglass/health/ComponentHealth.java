package dev.sightglass.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one component at an instant. Immutable.
 *
 * @param name its name
 * @param probes the probes that it counts for
 * @param dependency whose failure it reports
 * @param state the state that counts, after hysteresis
 * @param since when it came into this state
 * @param age how old this knowledge is; zero for what is known without looking
 * @param duration how long the last look took
 * @param reason why, in words
 * @param nextStep what a person should do, or null
 * @param runbook where a person reads on, or null
 * @param data a few figures
 */
public record ComponentHealth(String name, Set<Probe> probes, Dependency dependency, ComponentState state,
    Instant since, Duration age, Duration duration, String reason, @Nullable String nextStep, @Nullable URI runbook,
    Map<String, Object> data) {

    /**
     * What the component contributes to a probe's answer.
     *
     * @param probe who asks
     * @return the status after the limit for shared dependencies
     */
    public Status forProbe(Probe probe) {
        return dependency.limit(state.forProbe(probe));
    }

    ComponentHealth withRunbook(@Nullable URI link) {
        return new ComponentHealth(name, probes, dependency, state, since, age, duration, reason, nextStep, link, data);
    }
}
