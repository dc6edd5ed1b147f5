package dev.sightglass.client.queue.store;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Probe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Tells whether the store takes and gives back, by doing it. */
@Singleton
final class StoreCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("store").countsFor(Probe.READY).every(Duration.ofSeconds(5))
        .within(Duration.ofSeconds(4));

    private final Store store;

    StoreCheck(Store store) {
        this.store = store;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        try {
            return store.writesAndReadsBack() ? whole()
                : CheckResult.down("what was written is not what is read",
                    "Stop the service and check the disk of sightglass.data-dir.");
        } catch (CompletionException failed) {
            return CheckResult.down("cannot be written: " + words(failed),
                "See the room and the rights of sightglass.data-dir; the log has the whole failure.");
        }
    }

    private CheckResult whole() {
        return store.damage().map(damage -> CheckResult.degraded(damage,
            "Check the disk, drop again what was dropped lately, then move the damaged files away."))
            .orElseGet(() -> CheckResult.up("written and read back"));
    }

    private static String words(CompletionException failed) {
        return String.valueOf(failed.getCause() == null ? failed.getMessage() : failed.getCause().getMessage());
    }
}
