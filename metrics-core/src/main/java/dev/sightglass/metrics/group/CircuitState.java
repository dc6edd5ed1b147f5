package dev.sightglass.metrics.group;

/**
 * The state of a circuit breaker.
 *
 * @since 0.1.0
 */
public enum CircuitState {
    /** Calls pass. */
    CLOSED,
    /** Calls are held back. */
    OPEN,
    /** A few calls try whether the other side is back. */
    HALF_OPEN
}
