package dev.sightglass.client.upload;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Tells how the WATS server is. It counts for no probe: a server that is away is no reason to restart this service, nor to keep work from
 * it, for the queue takes it.
 */
@Singleton
final class UpstreamCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("upstream").every(Duration.ofSeconds(2)).ofSharedDependency();

    private final Destination destination;

    UpstreamCheck(Destination destination) {
        this.destination = destination;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        var status = destination.status();
        return switch (status.state()) {
            case OPEN -> CheckResult.up(status.reason());
            case TRIAL -> CheckResult.degraded(status.reason(), "wait; it opens by itself");
            case PAUSED -> CheckResult.degraded(status.reason(), Outcomes.of(status.answer()).remedy());
        };
    }
}
