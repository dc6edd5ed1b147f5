package dev.sightglass.health;

/** Whose failure a check reports. */
public enum Dependency {

    /** Ours alone: another instance may well be fine, so this one may be taken out of service. */
    OWN,

    /**
     * Shared by all instances: when it fails, it fails for each, and taking them all out of service helps nobody. It
     * makes a probe {@link Status#DEGRADED} at most.
     */
    SHARED;

    /**
     * Limits what a failure can do.
     *
     * @param status what the component says
     * @return what may count
     */
    public Status limit(Status status) {
        return this == SHARED ? status.better(Status.DEGRADED) : status;
    }
}
