package dev.sightglass.health;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What is fixed about a check. Start from {@link #named(String)} and change what differs.
 *
 * @param name unique in the application: letters, digits, {@code . _ -}, at most 63; also a metric label
 * @param probes the probes that it counts for; none means that it is shown in the details only
 * @param interval from the start of one run to the start of the next, at least 100 ms
 * @param deadline a run that takes longer is a failure, and is interrupted; positive
 * @param hysteresis how many failures it takes
 * @param dependency whose failure it reports
 * @param runbook where a person reads on, or null
 */
public record CheckSpec(String name, Set<Probe> probes, Duration interval, Duration deadline, Hysteresis hysteresis,
    Dependency dependency, @Nullable URI runbook) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

    /** Checks every part and copies the set. */
    public CheckSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("health check name: must match " + NAME + ". Found: " + name);
        }
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new IllegalArgumentException(
                "health check " + name + ": interval must be at least " + SHORTEST_INTERVAL + ". Found: " + interval);
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException(
                "health check " + name + ": deadline must be positive. Found: " + deadline);
        }
        probes = probes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(probes));
    }

    /**
     * A check for the details only, every 10 s, within 2 s, of something that is ours, every result counting at once.
     *
     * @param name its name
     * @return the specification
     */
    public static CheckSpec named(String name) {
        return new CheckSpec(name, Set.of(), Duration.ofSeconds(10), Duration.ofSeconds(2), Hysteresis.NONE,
            Dependency.OWN, null);
    }

    /**
     * Names the probes that the check counts for.
     *
     * @param first one
     * @param more others
     * @return a new specification
     */
    public CheckSpec countsFor(Probe first, Probe... more) {
        var set = EnumSet.of(first, more);
        return new CheckSpec(name, set, interval, deadline, hysteresis, dependency, runbook);
    }

    /**
     * Sets how often it runs.
     *
     * @param newInterval from start to start
     * @return a new specification
     */
    public CheckSpec every(Duration newInterval) {
        return new CheckSpec(name, probes, newInterval, deadline, hysteresis, dependency, runbook);
    }

    /**
     * Sets how long a run may take.
     *
     * @param newDeadline after which it has failed
     * @return a new specification
     */
    public CheckSpec within(Duration newDeadline) {
        return new CheckSpec(name, probes, interval, newDeadline, hysteresis, dependency, runbook);
    }

    /**
     * Sets how many failures it takes.
     *
     * @param newHysteresis the numbers
     * @return a new specification
     */
    public CheckSpec tolerating(Hysteresis newHysteresis) {
        return new CheckSpec(name, probes, interval, deadline, newHysteresis, dependency, runbook);
    }

    /**
     * Says that what is checked is shared by all instances.
     *
     * @return a new specification
     */
    public CheckSpec ofSharedDependency() {
        return new CheckSpec(name, probes, interval, deadline, hysteresis, Dependency.SHARED, runbook);
    }

    /**
     * Sets where a person reads on.
     *
     * @param newRunbook the link
     * @return a new specification
     */
    public CheckSpec runbook(URI newRunbook) {
        return new CheckSpec(name, probes, interval, deadline, hysteresis, dependency, newRunbook);
    }

    /** A result older than this says nothing: at least one whole run was missed. */
    Duration staleAfter() {
        return interval.multipliedBy(2).plus(deadline);
    }

    static List<String> sorted(Set<Probe> probes) {
        return probes.stream().sorted().map(Probe::label).toList();
    }
}
