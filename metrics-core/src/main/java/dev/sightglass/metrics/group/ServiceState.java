package dev.sightglass.metrics.group;

/**
 * Where a service is in its life.
 *
 * @since 0.1.0
 */
public enum ServiceState {
    /** Comes up, takes no work yet. */
    STARTING,
    /** Takes work. */
    RUNNING,
    /** Takes no new work and finishes what it has. */
    DRAINING,
    /** Takes no work, and works on nothing. */
    STOPPED
}
