package dev.sightglass.health;

import java.time.Duration;
import java.util.Comparator;
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

    @Override
    public ComponentHealth snapshot(long now) {
        var parts = loops.stream().map(loop -> loop.snapshot(now)).toList();
        var failed = parts.stream().filter(part -> part.state() == ComponentState.DOWN)
            .min(Comparator.comparing(ComponentHealth::since));
        if (failed.isPresent()) {
            return named(failed.get(), parts);
        }
        var since = parts.stream().map(ComponentHealth::since).max(Comparator.naturalOrder())
            .orElseGet(() -> time.wallTimeOf(created));
        return new ComponentHealth(name, Set.of(Probe.LIVE), Dependency.OWN, ComponentState.UP, since, Duration.ZERO,
            Duration.ZERO, parts.isEmpty() ? "no loop has begun yet" : "all loops get on", null, null,
            Map.of("loops", parts.size()));
    }

    private ComponentHealth named(ComponentHealth worst, List<ComponentHealth> parts) {
        long failed = parts.stream().filter(part -> part.state() == ComponentState.DOWN).count();
        return new ComponentHealth(name, worst.probes(), worst.dependency(), worst.state(), worst.since(), worst.age(),
            worst.duration(), worst.name() + ": " + worst.reason(), worst.nextStep(), null,
            Map.of("loops", parts.size(), "failedLoops", failed));
    }
}
