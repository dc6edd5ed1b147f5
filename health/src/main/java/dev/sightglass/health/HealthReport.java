package dev.sightglass.health;

import java.time.Instant;
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
        var probes = new EnumMap<Probe, Status>(Probe.class);
        var started = hasStarted ? Status.UP : worst(Probe.STARTED, components);
        probes.put(Probe.LIVE, worst(Probe.LIVE, components));
        probes.put(Probe.READY, worst(Probe.READY, components).worse(started));
        probes.put(Probe.STARTED, started);
        var worstProbe = probes.values().stream().reduce(Status.UP, Status::worse);
        var overall = components.stream().anyMatch(HealthReport::isTroubled) ? worstProbe.worse(Status.DEGRADED)
            : worstProbe;
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
        return components.stream().filter(part -> countsFor(part, probe)).toList();
    }

    private static boolean countsFor(ComponentHealth part, Probe probe) {
        boolean mustHaveStarted = probe == Probe.READY && part.probes().contains(Probe.STARTED);
        return part.probes().contains(probe) || mustHaveStarted;
    }

    private static Status worst(Probe probe, List<ComponentHealth> components) {
        return components.stream().filter(part -> part.probes().contains(probe)).map(part -> part.forProbe(probe))
            .reduce(Status.UP, Status::worse);
    }

    private static boolean isTroubled(ComponentHealth component) {
        return switch (component.state()) {
            case UP, UNKNOWN -> false;
            case DEGRADED, DOWN, STALE -> true;
        };
    }
}
