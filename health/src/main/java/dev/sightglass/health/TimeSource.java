package dev.sightglass.health;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks: one for ages, which a corrected wall clock must not bend, and one for what is shown.
 *
 * @param wall the time of day
 * @param nanos a monotonic count of nanoseconds from any origin
 */
public record TimeSource(InstantSource wall, LongSupplier nanos) {

    /**
     * The machine's clocks.
     *
     * @return the time source
     */
    public static TimeSource system() {
        return new TimeSource(InstantSource.system(), System::nanoTime);
    }

    long now() {
        return nanos.getAsLong();
    }

    Moment moment() {
        return new Moment(now(), wall.instant());
    }
}
