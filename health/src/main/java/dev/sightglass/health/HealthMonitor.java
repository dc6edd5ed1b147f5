package dev.sightglass.health;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks in the background and answers from memory. Thread-safe; {@link #report()} never waits for a check.
 *
 * <p>{@link #start()} begins to check, {@link #drain} asks for no more work, {@link #freeze()} keeps the last findings
 * while the parts that they are about are taken down, {@link #close()} ends it.
 */
public final class HealthMonitor implements AutoCloseable {

    /** The component that watches the monitor itself. */
    public static final String SCHEDULER = "health-scheduler";

    private static final Logger logger = LoggerFactory.getLogger(HealthMonitor.class);
    private static final int MAX_COMPONENTS = 512;
    private static final Duration SCHEDULER_LIMIT = Duration.ofSeconds(30);
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private final TimeSource time;
    private final List<HealthListener> listeners;
    private final HealthPolicy policy;
    private final Map<String, Watched> components = new ConcurrentSkipListMap<>();
    private final Map<String, ComponentState> lastStates = new ConcurrentHashMap<>();
    private final DrainSwitch drainSwitch;
    private final Progress ownPulse;
    private volatile boolean hasStarted;
    private volatile @Nullable Long frozenAt;
    private volatile @Nullable Thread scheduler;

    /**
     * A monitor that has not begun to check.
     *
     * @param time the clocks
     * @param listeners who hears of runs and changes
     * @param policy the operator's last word
     */
    public HealthMonitor(TimeSource time, List<HealthListener> listeners, HealthPolicy policy) {
        this.time = time;
        this.listeners = List.copyOf(listeners);
        this.policy = policy;
        this.drainSwitch = new DrainSwitch(time);
        this.ownPulse = new Progress(SCHEDULER, SCHEDULER_LIMIT, time);
        add(drainSwitch);
        add(ownPulse);
    }

    /** A monitor on the machine's clocks, with no listeners. */
    public HealthMonitor() {
        this(TimeSource.system(), List.of(), HealthPolicy.NONE);
    }

    /**
     * Adds a check, unless the operator does not want it. Its first run begins at once when the monitor has started.
     *
     * @param check the check
     * @throws IllegalArgumentException if the name is taken or there are too many components
     */
    public void register(HealthCheck check) {
        var spec = check.spec();
        if (policy.isWanted(spec.name())) {
            add(new ScheduledCheck(check, policy.spec(spec), time, this::ran));
            wake();
        }
    }

    /**
     * Adds a watchdog over a loop.
     *
     * @param name its name
     * @param limit the longest time without progress that is still well
     * @return what the loop beats
     * @throws IllegalArgumentException if the name is taken or there are too many components
     */
    public Progress watch(String name, Duration limit) {
        var progress = new Progress(name, limit, time);
        watch(progress);
        return progress;
    }

    /**
     * Adds a watchdog that its loop already beats, unless the operator does not want it.
     *
     * @param progress the loop's pulse
     * @throws IllegalArgumentException if the name is taken or there are too many components
     */
    public void watch(Progress progress) {
        if (policy.isWanted(progress.name())) {
            progress.limit(policy.limit(progress.name(), progress.limit()));
            add(progress);
        }
    }

    /**
     * Adds a watchdog over several loops, unless the operator does not want it.
     *
     * @param loops their pulses
     * @throws IllegalArgumentException if the name is taken or there are too many components
     */
    public void watch(ProgressGroup loops) {
        if (policy.isWanted(loops.name())) {
            loops.limit(policy.limit(loops.name(), loops.limit()));
            add(loops);
        }
    }

    /**
     * Adds something that must be finished before the application has started. Call it before the application's start
     * is over: once started, always started.
     *
     * @param name its name
     * @return what to tell
     * @throws IllegalArgumentException if the name is taken or there are too many components
     */
    public StartupStep startupStep(String name) {
        var step = new StartupStep(name, time);
        add(step);
        return step;
    }

    /**
     * Tells whether a component of this name is watched.
     *
     * @param name the name
     * @return true from when it was added until it is removed
     */
    public boolean isWatched(String name) {
        return components.containsKey(name);
    }

    /**
     * Forgets a component, of whatever kind.
     *
     * @param name its name
     */
    public void remove(String name) {
        var watched = components.remove(name);
        if (watched != null) {
            cancel(watched);
            lastStates.remove(name);
            tell(listener -> listener.removed(name));
        }
    }

    /**
     * Makes a check run as soon as it can. Does nothing for an unknown name or while it runs.
     *
     * @param name its name
     */
    public void checkNow(String name) {
        var watched = components.get(name);
        if (watched != null && watched.part instanceof ScheduledCheck check) {
            check.hurry(time.now());
            wake();
        }
    }

    /**
     * Turns readiness down for good, before anything else stops.
     *
     * @param reason why, in words; the first one stays
     */
    public void drain(String reason) {
        drainSwitch.drain(reason);
        observe(drainSwitch);
    }

    /**
     * Tells whether {@link #drain} was called.
     *
     * @return true once it was
     */
    public boolean isDraining() {
        return drainSwitch.isDraining();
    }

    /** Runs no more checks and stops the clock of all findings. */
    public void freeze() {
        if (frozenAt == null) {
            frozenAt = time.now();
            components.values().forEach(HealthMonitor::cancel);
        }
    }

    private static void cancel(Watched watched) {
        if (watched.part instanceof ScheduledCheck check) {
            check.cancel();
        }
    }

    /**
     * What is known now. Costs microseconds.
     *
     * @return the report
     */
    public HealthReport report() {
        var now = now();
        var parts = new ArrayList<ComponentHealth>(components.size());
        for (var watched : components.values()) {
            parts.add(watched.at(now));
        }
        var report = HealthReport.of(time.wall().instant(), parts, hasStarted);
        if (report.forProbe(Probe.STARTED) != Status.DOWN) {
            hasStarted = true;
        }
        return report;
    }

    /** Begins to check. A second call does nothing. */
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = Thread.ofPlatform().daemon().name(SCHEDULER).start(this::run);
        }
    }

    /** Stops checking. Runs under way are interrupted and not waited for. */
    @Override
    public void close() {
        freeze();
        wake();
    }

    /** One turn of the scheduler. Returns when the next one is wanted. */
    long tick() {
        long now = time.now();
        ownPulse.beat();
        long next = now + LONGEST_PAUSE_NANOS;
        for (var watched : components.values()) {
            if (watched.part instanceof ScheduledCheck check) {
                long wanted = check.tick(now);
                next = wanted - next < 0 ? wanted : next;
            }
            observe(watched.part);
        }
        return next;
    }

    private Moment now() {
        var now = time.moment();
        var frozen = frozenAt;
        return frozen == null ? now : now.backTo(frozen);
    }

    private void run() {
        while (frozenAt == null) {
            long next = time.now() + LONGEST_PAUSE_NANOS;
            try {
                next = tick();
            } catch (Throwable failure) { // top level of the thread; without it nothing would be checked any more
                logger.error("A turn of the health scheduler failed; the next one follows", failure);
            }
            LockSupport.parkNanos(this, next - time.now());
        }
    }

    private void wake() {
        LockSupport.unpark(scheduler);
    }

    private void add(Component component) {
        var name = component.name();
        if (components.size() >= MAX_COMPONENTS) {
            throw new IllegalArgumentException("health component " + name + ": there are " + MAX_COMPONENTS
                + " already. Remove those that are no longer needed.");
        }
        if (components.putIfAbsent(name, new Watched(component, policy.runbook(name))) != null) {
            throw new IllegalArgumentException(
                "health component " + name + ": the name is taken. Give each its own, or remove the first.");
        }
        tell(listener -> listener.added(name, () -> component.snapshot(now())));
        observe(component);
    }

    private void ran(ScheduledCheck check, Duration took) {
        var health = check.snapshot(time.moment());
        tell(listener -> listener.ran(health, took));
        observe(check);
    }

    private synchronized void observe(Component component) {
        var health = component.snapshot(time.moment());
        var before = lastStates.put(component.name(), health.state());
        if (before != null && before != health.state()) {
            tell(listener -> listener.changed(before, health));
        }
    }

    private void tell(Consumer<HealthListener> news) {
        for (var listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException failure) {
                logger.warn("A health listener failed; the others were told", failure);
            }
        }
    }

    /** A part, and where to read on about it unless it says so itself. */
    private record Watched(Component part, @Nullable URI runbook) {

        ComponentHealth at(Moment now) {
            var health = part.snapshot(now);
            return health.runbook() == null && runbook != null ? health.withRunbook(runbook) : health;
        }
    }
}
