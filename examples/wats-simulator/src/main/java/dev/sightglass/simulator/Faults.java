package dev.sightglass.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fault that is in force and who is held by it. Setting or clearing a fault lets go of every request that the one before
 * delayed or held. Thread-safe.
 */
public final class Faults {

    private final boolean canReset;
    private final AtomicInteger held = new AtomicInteger();
    private volatile ArmedFault armed = new ArmedFault(Fault.none());

    Faults(boolean canReset) {
        this.canReset = canReset;
    }

    /**
     * Puts a fault in force in place of the one before.
     *
     * @throws IllegalStateException for {@link Fault.Kind#RESET} on a simulator without {@link SimulatorOptions#wireFaults()}
     */
    public void set(Fault fault) {
        if (fault.kind() == Fault.Kind.RESET && !canReset) {
            throw new IllegalStateException("kind: reset needs the relay, and this simulator was started without it. "
                + "Start it with --wire-faults, or SimulatorOptions.withWireFaults(true), or use drop.");
        }
        replace(new ArmedFault(fault));
    }

    /** Ends the fault in force. */
    public void clear() {
        replace(new ArmedFault(Fault.none()));
    }

    /** The fault in force, with {@link Fault#times()} counted down to what is left. */
    public Fault current() {
        var now = armed;
        return now.fault().times(now.left());
    }

    /** How many requests are held without an answer at this moment. */
    public int held() {
        return held.get();
    }

    Optional<ArmedFault> drawFor(String path) {
        var now = armed;
        return now.strikes(path) ? Optional.of(now) : Optional.empty();
    }

    void pause(Duration duration, CountDownLatch released) {
        if (duration.isZero()) {
            return;
        }
        try {
            var ignored = released.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void holdUntil(CountDownLatch released) {
        held.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            held.decrementAndGet();
        }
    }

    private synchronized void replace(ArmedFault next) {
        var before = armed;
        armed = next;
        before.released().countDown();
    }
}
