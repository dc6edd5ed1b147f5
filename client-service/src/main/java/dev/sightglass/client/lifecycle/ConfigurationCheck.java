package dev.sightglass.client.lifecycle;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells whether the configuration in the file is the one in force. It counts for no probe: the one in force works. */
@Singleton
final class ConfigurationCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("configuration").every(Duration.ofSeconds(2));

    private final ReloadState state;

    ConfigurationCheck(ReloadState state) {
        this.state = state;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        var refusal = state.refusal();
        if (refusal.isPresent()) {
            return CheckResult.degraded(
                "the changed file is wrong and the configuration before it serves: " + refusal.get(),
                "mend the file; it is read again by itself");
        }
        return state.waiting().isEmpty() ? CheckResult.up("the configuration in the file is in force")
            : CheckResult.degraded("changes of " + String.join(", ", state.waiting()) + " wait for a restart",
                "restart the service when it suits");
    }
}
