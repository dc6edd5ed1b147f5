package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Fate;
import java.time.Duration;

/**
 * A file whose fate is durable but that could not leave the folder yet.
 *
 * @param taken the file
 * @param fate its fate
 * @param attempts how often it was tried
 * @param dueNanos when it is tried again
 * @param reason why it could not leave
 */
record Unsettled(Taken taken, Fate fate, int attempts, long dueNanos, String reason) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    static long delayNanos(int attempts) {
        return Math.min(LONGEST.toNanos(), Duration.ofSeconds(1).toNanos() << Math.min(attempts - 1, 10));
    }
}
