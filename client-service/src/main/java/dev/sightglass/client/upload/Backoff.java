package dev.sightglass.client.upload;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How long a report waits before it is sent again. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private final Supplier<UploadConfig> config;
    private final RandomGenerator random;

    Backoff(Supplier<UploadConfig> config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /** Half of the wait is chance, so that reports that failed together do not come back together. */
    Duration after(int failedAttempts, Duration serverAsks) {
        var most = config.get().retryMost();
        long full =
            Math.min(most.toMillis(), config.get().retryFirst().toMillis() << Math.min(failedAttempts, MOST_DOUBLINGS));
        var own = Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
        return capped(serverAsks.compareTo(own) > 0 ? serverAsks : own);
    }

    /** No wait is longer than the configuration allows, whoever asks for it. */
    Duration capped(Duration wait) {
        var most = config.get().retryMost();
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
