package dev.sightglass.client.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what other threads do; the one place that says how. */
public final class Awaits {

    private Awaits() {}

    public static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(10));
    }
}
