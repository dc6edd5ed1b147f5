package dev.sightglass.health;

/** What a check found, and what a probe answers. In this order from good to bad. */
public enum Status {

    /** All is well. */
    UP,

    /** Works, but somebody should look. A probe that is degraded still answers 200. */
    DEGRADED,

    /** Does not work. A probe that is down answers 503, always. */
    DOWN;

    /**
     * The worse of two.
     *
     * @param other the other one
     * @return this or {@code other}
     */
    public Status worse(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * The better of two.
     *
     * @param other the other one
     * @return this or {@code other}
     */
    public Status better(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
