package dev.sightglass.health.micronaut;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthPolicy;

/** The operator's last word, from the configuration. */
final class ConfiguredPolicy implements HealthPolicy {

    private final HealthConfig config;
    private final Map<String, CheckOverride> byName;

    ConfiguredPolicy(HealthConfig config, List<CheckOverride> overrides) {
        this.config = config;
        this.byName = overrides.stream().collect(Collectors.toMap(CheckOverride::name, Function.identity()));
    }

    /** What the configuration speaks of and wants to see. */
    Set<String> wanted() {
        return byName.keySet().stream().filter(this::isWanted).collect(Collectors.toSet());
    }

    @Override
    public boolean isWanted(String name) {
        var override = byName.get(name);
        return override == null || !Boolean.FALSE.equals(override.enabled());
    }

    @Override
    public CheckSpec spec(CheckSpec given) {
        var override = byName.get(given.name());
        return override == null ? given : override.applyTo(given);
    }

    @Override
    public Duration limit(String name, Duration given) {
        var override = byName.get(name);
        return override == null || override.deadline() == null ? given : override.deadline();
    }

    @Override
    public @Nullable URI runbook(String name) {
        return config.runbook(name);
    }
}
