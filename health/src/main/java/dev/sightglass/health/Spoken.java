package dev.sightglass.health;

import java.time.Duration;

/** Durations as a person writes them. */
final class Spoken {

    private Spoken() {}

    static String of(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
