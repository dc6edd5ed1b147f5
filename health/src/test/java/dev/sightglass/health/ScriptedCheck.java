package dev.sightglass.health;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A check that answers what the test says, and counts its runs. */
public final class ScriptedCheck implements HealthCheck {

    private final CheckSpec spec;
    private final AtomicReference<Look> look = new AtomicReference<>(() -> CheckResult.up("fine"));
    private final AtomicInteger begun = new AtomicInteger();

    public ScriptedCheck(CheckSpec spec) {
        this.spec = spec;
    }

    public ScriptedCheck answering(CheckResult result) {
        look.set(() -> result);
        return this;
    }

    public ScriptedCheck doing(Look newLook) {
        look.set(newLook);
        return this;
    }

    /** Hangs until the latch opens, deaf to interrupts as code stuck in the kernel is. */
    public ScriptedCheck hangingUntil(CountDownLatch latch) {
        return doing(() -> {
            while (latch.getCount() > 0) {
                LockSupport.parkNanos(latch, 1_000_000);
                Thread.interrupted();
            }
            return CheckResult.up("at last");
        });
    }

    public int begun() {
        return begun.get();
    }

    @Override
    public CheckSpec spec() {
        return spec;
    }

    @Override
    public CheckResult check() throws Exception {
        begun.incrementAndGet();
        return look.get().look();
    }
}
