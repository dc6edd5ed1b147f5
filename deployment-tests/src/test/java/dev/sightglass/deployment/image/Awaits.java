package dev.sightglass.deployment.image;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what another process does. */
final class Awaits {

    private Awaits() {}

    /** Without a pause that would show in a measurement. */
    static void often(Callable<Boolean> question) {
        await().dontCatchUncaughtExceptions().ignoreExceptions().pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(60)).until(question);
    }

    static <T> void until(Callable<T> question, Predicate<T> holds) {
        await().dontCatchUncaughtExceptions().ignoreExceptions().pollInterval(Duration.ofMillis(200))
            .atMost(Duration.ofSeconds(60)).until(question, holds);
    }
}
