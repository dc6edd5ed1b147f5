package dev.sightglass.client.upload;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how the WATS server is: asks it, so that an idle service knows too, and reads the gate before it. It counts for no probe: a server that
 * is away is no reason to restart this service, nor to keep work from it, for the queue takes it.
 */
@Singleton
final class UpstreamCheck implements HealthCheck {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** A little longer than the question itself may take, so that the answer names what failed. */
    private static final Duration DEADLINE = Duration.ofSeconds(12);
    private static final CheckSpec SPEC =
        CheckSpec.named("upstream").every(INTERVAL).within(DEADLINE).ofSharedDependency();

    private final Prober prober;
    private final Destination destination;
    private final Admission admission;

    UpstreamCheck(Prober prober, Destination destination, Admission admission) {
        this.prober = prober;
        this.destination = destination;
        this.admission = admission;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() throws InterruptedException {
        prober.ask();
        var gate = destination.status();
        var success = destination.lastSuccess();
        var result = judge(gate).with("uploads", gate.state().name().toLowerCase(Locale.ROOT))
            .with("uploadsSince", gate.since());
        return success == null ? result : result.with("lastSuccess", success);
    }

    private CheckResult judge(Destination.Status gate) {
        if (gate.remedy() != null) {
            return CheckResult.degraded("uploads are paused, " + gate.reason(), gate.remedy());
        }
        if (admission.isHeldByRate()) {
            return CheckResult.degraded(
                "the rate limit of " + admission.flow().rateLimit() + " requests holds reports back",
                "set sightglass.upload.rate-limit to what the server takes, or to none when it sets no limit");
        }
        return CheckResult.up(gate.state() == Destination.State.TRIAL ? gate.reason() : "the server answers");
    }
}
