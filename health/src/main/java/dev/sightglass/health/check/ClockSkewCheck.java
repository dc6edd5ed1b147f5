package dev.sightglass.health.check;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;

/** How far our clock is from somebody else's. For the details only: time stamps suffer, work goes on. */
public final class ClockSkewCheck implements HealthCheck {

    private final Supplier<@Nullable Duration> skew;
    private final Duration tolerated;

    /**
     * The check.
     *
     * @param skew our clock minus the other one, as last seen; null while unknown; must not wait long
     * @param tolerated more than this, either way, is degraded
     */
    public ClockSkewCheck(Supplier<@Nullable Duration> skew, Duration tolerated) {
        this.skew = skew;
        this.tolerated = tolerated;
    }

    @Override
    public CheckSpec spec() {
        return CheckSpec.named("clock").every(Duration.ofSeconds(30));
    }

    @Override
    public CheckResult check() {
        var seen = skew.get();
        if (seen == null) {
            return CheckResult.up("no other clock has been seen yet");
        }
        double seconds = seen.toMillis() / 1000.0;
        var reason = "our clock is " + Math.abs(seconds) + " s " + (seen.isNegative() ? "behind" : "ahead");
        var result = seen.abs().compareTo(tolerated) > 0
            ? CheckResult.degraded(reason, "Set this machine's clock, best by NTP; reports carry its time.")
            : CheckResult.up(reason);
        return result.with("skewSeconds", seconds);
    }
}
