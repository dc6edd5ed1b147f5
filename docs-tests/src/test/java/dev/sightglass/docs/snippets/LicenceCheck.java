package dev.sightglass.docs.snippets;

import static dev.sightglass.docs.snippets.Licences.daysLeft;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Hysteresis;
import dev.sightglass.health.Probe;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;

/** A check of one's own, for docs/health.md. */
@Singleton
final class LicenceCheck implements HealthCheck {

    @Override
    public CheckSpec spec() {
        return CheckSpec.named("licence").countsFor(Probe.READY).every(Duration.ofMinutes(1))
            .tolerating(new Hysteresis(2, 3, 1));
    }

    @Override
    public CheckResult check() throws IOException {
        var days = daysLeft();
        return days > 14 ? CheckResult.up(days + " days left").with("days", days)
            : CheckResult.degraded(days + " days left", "Order a new licence and put it into /etc/licence.");
    }
}
