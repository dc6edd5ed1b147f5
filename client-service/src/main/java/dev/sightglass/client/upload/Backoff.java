package dev.sightglass.client.upload;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a report waits before it is sent again. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /** Half of the wait is chance, so that reports that failed together do not come back together. */
    Duration after(int failedAttempts, Optional<Duration> serverAsks) {
        long full = Math.min(most.toMillis(), first.toMillis() << Math.min(failedAttempts, MOST_DOUBLINGS));
        var own = Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
        var asked = serverAsks.orElse(Duration.ZERO);
        var wait = asked.compareTo(own) > 0 ? asked : own;
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
