package dev.sightglass.simulator;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A fault in force: what is left of it, and the latch that lets go of whom it holds. */
final class ArmedFault {

    private static final long SEED = 42;

    private final Fault fault;
    private final AtomicLong left;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Random random = new Random(SEED);

    ArmedFault(Fault fault) {
        this.fault = fault;
        this.left = new AtomicLong(fault.times());
    }

    Fault fault() {
        return fault;
    }

    CountDownLatch released() {
        return released;
    }

    long left() {
        return left.get();
    }

    boolean strikes(String path) {
        if (isIdle() || !path.regionMatches(true, 0, fault.path(), 0, fault.path().length()) || !isDrawn()) {
            return false;
        }
        return fault.times() == Fault.ALWAYS || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    Duration delay() {
        var jitter = fault.jitter().toNanos();
        return jitter == 0 ? fault.latency() : fault.latency().plusNanos(random.nextLong(jitter + 1));
    }

    private boolean isIdle() {
        return fault.kind() == Fault.Kind.NONE && fault.latency().isZero() && fault.jitter().isZero();
    }

    private boolean isDrawn() {
        return fault.share() >= 1 || random.nextDouble() < fault.share();
    }
}
