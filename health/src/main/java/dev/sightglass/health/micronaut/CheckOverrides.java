package dev.sightglass.health.micronaut;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.sightglass.health.CheckSpec;

/** Finds what the operator wants of a check. */
final class CheckOverrides implements UnaryOperator<CheckSpec> {

    private final Map<String, CheckOverride> byName;

    CheckOverrides(List<CheckOverride> overrides) {
        this.byName = overrides.stream().collect(Collectors.toMap(CheckOverride::name, Function.identity()));
    }

    @Override
    public CheckSpec apply(CheckSpec spec) {
        var override = byName.get(spec.name());
        return override == null ? spec : override.applyTo(spec);
    }
}
