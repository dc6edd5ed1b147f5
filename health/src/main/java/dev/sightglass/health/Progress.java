package dev.sightglass.health;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The pulse of one loop. The loop beats; when it has not for longer than its limit, or has ended although it must not,
 * liveness is DOWN. In a Micronaut application every bean of this type is watched by itself;
 * {@link HealthMonitor#watch(Progress)} does it by hand. Thread-safe, and cheap enough for every turn of a loop: one
 * clock read and one volatile write.
 */
public final class Progress implements Component {

    private static final long NOT_EXPECTED = Long.MIN_VALUE;
    private static final String RESTART =
        "Take a thread dump (jcmd <pid> Thread.print) to see where it stands, then restart.";

    private final String name;
    private final TimeSource time;
    private volatile Duration limit;
    private volatile long upSince;
    private volatile long lastBeat;
    private volatile String pause = "";
    private volatile boolean endExpected;
    private volatile @Nullable End end;

    /**
     * The pulse of a loop that is to begin now, by the machine's clocks.
     *
     * @param name unique among all components
     * @param limit the longest time without a beat that is still well; positive
     */
    public Progress(String name, Duration limit) {
        this(name, limit, TimeSource.system());
    }

    Progress(String name, Duration limit, TimeSource time) {
        this.name = name;
        this.time = time;
        this.limit = positive(name, limit);
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

    /**
     * Makes the end of a loop known, however it comes about: a loop that is gone cannot tell any more.
     *
     * @param loop the whole loop
     * @return what to run on the loop's thread instead
     */
    public Runnable watching(Runnable loop) {
        return () -> {
            try {
                loop.run();
                end = new End(time.now(), "it has returned");
            } catch (Throwable failure) { // passed on; without a note of it the death of a thread is silent
                end = new End(time.now(), "it died of " + failure.getClass().getSimpleName());
                throw failure;
            }
        };
    }

    /** The loop's end is no failure from now on: whoever owns it is closing it. */
    public void mayEnd() {
        endExpected = true;
    }

    /** Closed and gone. */
    boolean isOver() {
        return endExpected && end != null;
    }

    /** The operator's last word on how long is too long. */
    void limit(Duration newLimit) {
        limit = positive(name, newLimit);
    }

    Duration limit() {
        return limit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ComponentHealth snapshot(Moment now) {
        var ended = end;
        if (endExpected) {
            return health(now, ComponentState.UP, upSince, Duration.ZERO, "is being closed");
        }
        if (ended != null) {
            return health(now, ComponentState.DOWN, ended.at, Duration.ZERO, "the loop has ended: " + ended.how);
        }
        long beat = lastBeat;
        if (beat == NOT_EXPECTED) {
            return health(now, ComponentState.UP, upSince, Duration.ZERO, pause);
        }
        // A beat may be newer than the instant that is asked about.
        var quiet = Duration.ofNanos(Math.max(0, now.nanos() - beat));
        if (!isOverdue(beat, now.nanos())) {
            return health(now, ComponentState.UP, upSince, quiet, "makes progress");
        }
        return health(now, ComponentState.DOWN, beat + limit.toNanos(), quiet,
            "no progress for " + quiet.toSeconds() + " s, limit " + Spoken.of(limit));
    }

    private ComponentHealth health(Moment now, ComponentState state, long since, Duration age, String reason) {
        return new ComponentHealth(name, Set.of(Probe.LIVE), Dependency.OWN, state, now.wallTimeOf(since), age,
            Duration.ZERO, reason, state == ComponentState.UP ? null : RESTART, null, Map.of());
    }

    private boolean isOverdue(long beat, long now) {
        return beat != NOT_EXPECTED && now - beat > limit.toNanos();
    }

    private static long avoidingTheMark(long nanos) {
        return nanos == NOT_EXPECTED ? nanos + 1 : nanos;
    }

    private static Duration positive(String name, Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("watchdog " + name + ": limit must be positive. Found: " + limit);
        }
        return limit;
    }

    private record End(long at, String how) {}
}
