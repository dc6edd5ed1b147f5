package dev.sightglass.client.convert;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells whether every converter on the class path and in the converters folder could be loaded. */
@Singleton
final class ConvertersCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("converters").every(Duration.ofMinutes(1));

    private final ConverterRegistry registry;

    ConvertersCheck(ConverterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        var failures = registry.failures();
        return failures.isEmpty() ? CheckResult.up(registry.all().size() + " converters are loaded")
            : CheckResult.degraded("not loaded: " + failures, "replace or remove the jar, then start again");
    }
}
