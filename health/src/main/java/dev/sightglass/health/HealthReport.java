package dev.sightglass.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that is known at one instant, and what follows from it. Immutable: a code and a body that are both made
 * from one report cannot disagree.
 *
 * @param at the instant
 * @param status the one word: DOWN exactly when one of the probes is DOWN
 * @param probes the answer to each probe
 * @param components the parts, by name
 */
public record HealthReport(Instant at, Status status, Map<Probe, Status> probes, List<ComponentHealth> components) {

    /** Copies the collections. */
    public HealthReport {
        probes = Map.copyOf(probes);
        components = List.copyOf(components);
    }

    static HealthReport of(Instant at, List<ComponentHealth> components, boolean hasStarted) {
        // Once for each probe that is answered, and so without streams.
        var probes = new EnumMap<Probe, Status>(Probe.class);
        for (var probe : Probe.values()) {
            probes.put(probe, Status.UP);
        }
        var overall = Status.UP;
        for (var part : components) {
            for (var probe : part.probes()) {
                probes.merge(probe, part.forProbe(probe), Status::worse);
            }
            if (isTroubled(part)) {
                overall = Status.DEGRADED;
            }
        }
        var started = hasStarted ? Status.UP : Objects.requireNonNull(probes.get(Probe.STARTED));
        probes.put(Probe.STARTED, started);
        probes.merge(Probe.READY, started, Status::worse);
        for (var answer : probes.values()) {
            overall = overall.worse(answer);
        }
        return new HealthReport(at, overall, probes, components);
    }

    /**
     * The answer to one probe.
     *
     * @param probe who asks
     * @return its status
     */
    public Status forProbe(Probe probe) {
        return Objects.requireNonNull(probes.get(probe));
    }

    /**
     * The parts that count for a probe.
     *
     * @param probe who asks
     * @return its components; for readiness also what must have started
     */
    public List<ComponentHealth> componentsOf(Probe probe) {
        var parts = new ArrayList<ComponentHealth>(components.size());
        for (var part : components) {
            if (countsFor(part, probe)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static boolean countsFor(ComponentHealth part, Probe probe) {
        boolean mustHaveStarted = probe == Probe.READY && part.probes().contains(Probe.STARTED);
        return part.probes().contains(probe) || mustHaveStarted;
    }

    private static boolean isTroubled(ComponentHealth component) {
        return switch (component.state()) {
            case UP, UNKNOWN -> false;
            case DEGRADED, DOWN, STALE -> true;
        };
    }
}
