package dev.sightglass.health;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Whether new work is still wanted. Goes one way. */
final class DrainSwitch implements Component {

    static final String NAME = "accepting-work";

    private final TimeSource time;
    private final long created;
    private volatile @Nullable Drain drain;

    DrainSwitch(TimeSource time) {
        this.time = time;
        this.created = time.now();
    }

    /** Keeps the first reason: it is the one that started it. */
    synchronized void drain(String reason) {
        if (drain == null) {
            drain = new Drain(time.now(), Words.clean(reason, 200));
        }
    }

    boolean isDraining() {
        return drain != null;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ComponentHealth snapshot(Moment now) {
        var begun = drain;
        var state = begun == null ? ComponentState.UP : ComponentState.DOWN;
        var since = begun == null ? created : begun.at;
        var reason = begun == null ? "new work is welcome" : "draining: " + begun.reason;
        var nextStep = begun == null ? null : "None: this instance is about to stop.";
        return new ComponentHealth(NAME, Set.of(Probe.READY), Dependency.OWN, state, now.wallTimeOf(since),
            Duration.ZERO, Duration.ZERO, reason, nextStep, null, Map.of());
    }

    private record Drain(long at, String reason) {}
}
