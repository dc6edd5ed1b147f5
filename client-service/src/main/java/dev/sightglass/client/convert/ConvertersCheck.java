package dev.sightglass.client.convert;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells whether every converter on the class path and in the converters folder could be loaded, and whether any was switched off since. */
@Singleton
final class ConvertersCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("converters").every(Duration.ofSeconds(15));

    private final ConverterRegistry registry;
    private final ConversionPool pool;

    ConvertersCheck(ConverterRegistry registry, ConversionPool pool) {
        this.registry = registry;
        this.pool = pool;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        return judge().with("loaded", registry.all().size()).with("notLoaded", registry.failures().size())
            .with("stuckThreads", pool.status().stuck());
    }

    private CheckResult judge() {
        var failures = registry.failures();
        if (!failures.isEmpty()) {
            return CheckResult.degraded("not loaded: " + failures, "Replace or remove the jar, then start again.");
        }
        var off = pool.switchedOff();
        return off.isEmpty() ? CheckResult.up(registry.all().size() + " converters are loaded")
            : CheckResult.degraded(String.join("; ", off), "Mend what is named, then start again; its files stay.");
    }
}
