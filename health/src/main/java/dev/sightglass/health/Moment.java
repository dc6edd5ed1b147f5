package dev.sightglass.health;

import java.time.Instant;

/**
 * One instant on both clocks, read once for everything that is said of it.
 *
 * @param nanos on the monotonic clock
 * @param wall the time of day
 */
record Moment(long nanos, Instant wall) {

    /** The wall-clock time of an earlier instant of the monotonic clock, as the wall clock sees it today. */
    Instant wallTimeOf(long earlier) {
        return wall.minusNanos(nanos - earlier);
    }

    /** An earlier one. */
    Moment backTo(long earlier) {
        return new Moment(earlier, wallTimeOf(earlier));
    }
}
