package dev.sightglass.health.testing;

import java.time.Duration;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Status;

/** What a check can come to. */
enum Finding {

    UP(Status.UP) {
        @Override
        CheckResult find() {
            return CheckResult.up("contract reason");
        }
    },
    DEGRADED(Status.DEGRADED) {
        @Override
        CheckResult find() {
            return CheckResult.degraded("contract reason", "none");
        }
    },
    DOWN(Status.DOWN) {
        @Override
        CheckResult find() {
            return CheckResult.down("contract reason", "none");
        }
    },
    SHARED_DOWN(Status.DEGRADED) {
        @Override
        CheckResult find() {
            return CheckResult.down("contract reason", "none");
        }
    },
    THROWS(Status.DOWN) {
        @Override
        CheckResult find() {
            throw new IllegalStateException(SECRET);
        }
    },
    HANGS(Status.DOWN) {
        @Override
        CheckResult find() throws InterruptedException {
            Thread.currentThread().join();
            return CheckResult.up("never");
        }
    };

    /** Must never be seen in an answer. */
    static final String SECRET = "contract-secret-51ab";

    private static final Duration NEVER_AGAIN = Duration.ofHours(1);
    private static final Duration DEADLINE = Duration.ofMillis(300);

    private final Status effect;

    Finding(Status effect) {
        this.effect = effect;
    }

    abstract CheckResult find() throws InterruptedException;

    /** What a probe comes to when it counts this finding. */
    Status effect() {
        return effect;
    }

    HealthCheck check(CheckSpec spec) {
        var timed = spec.every(NEVER_AGAIN).within(DEADLINE);
        return HealthCheck.of(this == SHARED_DOWN ? timed.ofSharedDependency() : timed, this::find);
    }
}
