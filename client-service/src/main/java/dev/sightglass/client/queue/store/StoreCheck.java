package dev.sightglass.client.queue.store;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Probe;
import jakarta.inject.Singleton;
import java.time.Duration;

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
        return store.writesAndReadsBack() ? CheckResult.up("written and read back")
            : CheckResult.down("what was written is not what is read",
                "stop the service and check the disk of sightglass.data-dir");
    }
}
