package dev.sightglass.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Loops of one kind as one component, such as the workers of a pool: as well as the worst of them. In a Micronaut
 * application every bean of this type is watched by itself; {@link HealthMonitor#watch(ProgressGroup)} does it by hand.
 * Thread-safe.
 */
public final class ProgressGroup implements Component {

    private final String name;
    private final TimeSource time;
    private final long created;
    private final List<Progress> loops = new CopyOnWriteArrayList<>();
    private volatile Duration limit;

    /**
     * A group with no loop yet, by the machine's clocks.
     *
     * @param name unique among all components
     * @param limit the longest time without a beat that is still well, for each loop; positive
     */
    public ProgressGroup(String name, Duration limit) {
        this(name, limit, TimeSource.system());
    }

    ProgressGroup(String name, Duration limit, TimeSource time) {
        this.name = name;
        this.limit = limit;
        this.time = time;
        this.created = time.now();
    }

    /**
     * Adds a loop that is to begin now.
     *
     * @param loop its name, as shown when it fails
     * @return its pulse
     */
    public Progress loop(String loop) {
        loops.removeIf(Progress::isOver);
        var progress = new Progress(loop, limit, time);
        loops.add(progress);
        return progress;
    }

    /** The end of every loop is no failure from now on: whoever owns them is closing them. */
    public void mayEnd() {
        loops.forEach(Progress::mayEnd);
    }

    void limit(Duration newLimit) {
        limit = newLimit;
        loops.forEach(loop -> loop.limit(newLimit));
    }

    Duration limit() {
        return limit;
    }

    @Override
    public String name() {
        return name;
    }

    /** Asked for with every probe, and so without streams. */
    @Override
    public ComponentHealth snapshot(Moment now) {
        int all = 0;
        int failed = 0;
        ComponentHealth worst = null;
        Instant since = null;
        for (var loop : loops) {
            var part = loop.snapshot(now);
            all++;
            if (part.state() == ComponentState.DOWN) {
                failed++;
                worst = worst == null || part.since().isBefore(worst.since()) ? part : worst;
            }
            since = since == null || part.since().isAfter(since) ? part.since() : since;
        }
        if (worst != null) {
            return named(worst, all, failed);
        }
        return new ComponentHealth(name, Set.of(Probe.LIVE), Dependency.OWN, ComponentState.UP,
            since == null ? now.wallTimeOf(created) : since, Duration.ZERO, Duration.ZERO,
            all == 0 ? "no loop has begun yet" : "all loops get on", null, null, Map.of("loops", all));
    }

    private ComponentHealth named(ComponentHealth worst, int all, int failed) {
        return new ComponentHealth(name, worst.probes(), worst.dependency(), worst.state(), worst.since(), worst.age(),
            worst.duration(), worst.name() + ": " + worst.reason(), worst.nextStep(), null,
            Map.of("loops", all, "failedLoops", failed));
    }
}
