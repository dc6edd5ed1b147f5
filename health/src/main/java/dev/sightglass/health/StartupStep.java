package dev.sightglass.health;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One thing that must be finished before the application has started, from {@link HealthMonitor#startupStep}.
 * Thread-safe.
 */
public final class StartupStep implements Component {

    private final String name;
    private final TimeSource time;
    private volatile Outcome outcome;

    StartupStep(String name, TimeSource time) {
        this.name = name;
        this.time = time;
        this.outcome = new Outcome(ComponentState.UNKNOWN, time.now(), "not finished yet", null);
    }

    /** It is finished. */
    public void done() {
        outcome = new Outcome(ComponentState.UP, time.now(), "finished", null);
    }

    /**
     * It has failed. A later {@link #done()} still ends it well.
     *
     * @param reason why, in words
     * @param nextStep what a person should do
     */
    public void failed(String reason, String nextStep) {
        var result = CheckResult.down(reason, nextStep);
        outcome = new Outcome(ComponentState.DOWN, time.now(), result.reason(), result.nextStep());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ComponentHealth snapshot(Moment now) {
        var last = outcome;
        return new ComponentHealth(name, Set.of(Probe.STARTED), Dependency.OWN, last.state, now.wallTimeOf(last.at),
            Duration.ZERO, Duration.ZERO, last.reason, last.nextStep, null, Map.of());
    }

    private record Outcome(ComponentState state, long at, String reason,
        @Nullable String nextStep) {}
}
