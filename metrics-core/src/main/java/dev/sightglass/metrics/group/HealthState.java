package dev.sightglass.metrics.group;

/**
 * What a health check found.
 *
 * @since 0.1.0
 */
public enum HealthState {
    /** All is well. */
    UP,
    /** It works, but not as it should. */
    DEGRADED,
    /** It does not work. */
    DOWN,
    /** The check has not answered, or not lately. */
    UNKNOWN
}
