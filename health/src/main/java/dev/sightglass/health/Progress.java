package dev.sightglass.health;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The pulse of one loop, from {@link HealthMonitor#watch}. The loop beats; when it has not for longer than its limit,
 * liveness is DOWN. Thread-safe, and cheap enough for every turn of a loop: one clock read and one volatile write.
 */
public final class Progress implements Component {

    private static final long NOT_EXPECTED = Long.MIN_VALUE;

    private final String name;
    private final Duration limit;
    private final TimeSource time;
    private volatile long upSince;
    private volatile long lastBeat;
    private volatile String pause = "";

    Progress(String name, Duration limit, TimeSource time) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("watchdog " + name + ": limit must be positive. Found: " + limit);
        }
        this.name = name;
        this.limit = limit;
        this.time = time;
        this.upSince = time.now();
        this.lastBeat = avoidingTheMark(upSince);
    }

    /** The loop has got on, and is expected to again within the limit. */
    public void beat() {
        long now = time.now();
        if (isOverdue(lastBeat, now)) {
            upSince = now;
        }
        lastBeat = avoidingTheMark(now);
    }

    /**
     * The loop waits on purpose, for as long as it takes: no progress is expected until the next {@link #beat()}.
     *
     * @param why what it waits for, as shown in the details
     */
    public void idle(String why) {
        beat();
        pause = why;
        lastBeat = NOT_EXPECTED;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ComponentHealth snapshot(long now) {
        long beat = lastBeat;
        if (beat == NOT_EXPECTED) {
            return health(ComponentState.UP, upSince, Duration.ZERO, pause);
        }
        // A beat may be newer than the instant that is asked about.
        var quiet = Duration.ofNanos(Math.max(0, now - beat));
        if (!isOverdue(beat, now)) {
            return health(ComponentState.UP, upSince, quiet, "makes progress");
        }
        return health(ComponentState.DOWN, beat + limit.toNanos(), quiet,
            "no progress for " + quiet.toSeconds() + " s, limit " + Spoken.of(limit));
    }

    private ComponentHealth health(ComponentState state, long since, Duration age, String reason) {
        var nextStep = state == ComponentState.UP ? null
            : "Take a thread dump (jcmd <pid> Thread.print) to see where it stands, then restart.";
        return new ComponentHealth(name, Set.of(Probe.LIVE), Dependency.OWN, state, time.wallTimeOf(since), age,
            Duration.ZERO, reason, nextStep, null, Map.of());
    }

    private boolean isOverdue(long beat, long now) {
        return beat != NOT_EXPECTED && now - beat > limit.toNanos();
    }

    private static long avoidingTheMark(long nanos) {
        return nanos == NOT_EXPECTED ? nanos + 1 : nanos;
    }
}
