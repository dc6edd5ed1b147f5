package dev.sightglass.health;

/** What is known of one component at an instant. */
public enum ComponentState {

    /** The last result was good. */
    UP,

    /** The last result was a warning, or a failure that is still within what is tolerated. */
    DEGRADED,

    /** The last result was bad, or did not come in time. */
    DOWN,

    /** There is a result, but it is so old that it says nothing: whoever should renew it does not. */
    STALE,

    /** There is no result yet. */
    UNKNOWN;

    /**
     * What this means for a probe.
     *
     * @param probe who asks
     * @return {@link Status#DOWN} for everything that is not known to be good, except that liveness waits for a first
     *     result: a restart would only delay it
     */
    public Status forProbe(Probe probe) {
        return switch (this) {
            case UP -> Status.UP;
            case DEGRADED -> Status.DEGRADED;
            case DOWN, STALE -> Status.DOWN;
            case UNKNOWN -> probe == Probe.LIVE ? Status.UP : Status.DOWN;
        };
    }
}
