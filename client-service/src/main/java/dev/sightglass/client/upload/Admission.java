package dev.sightglass.client.upload;

import java.time.Duration;
import java.util.Optional;

/**
 * Everything that may hold a report back before it goes out: the gate, the number of reports under way, the rate. Thread-safe; whoever
 * waits here waits on a virtual thread.
 */
final class Admission {

    /** A report that cannot go out within this time is better left to others that share the queue. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Destination gate;
    private final AdaptiveLimit limit;
    private final RateLimiter rate;

    Admission(Destination gate, AdaptiveLimit limit, RateLimiter rate) {
        this.gate = gate;
        this.limit = limit;
        this.rate = rate;
    }

    /** Waits while the gate is closed. */
    void awaitGate() throws InterruptedException {
        gate.awaitPassable();
    }

    boolean isClosed() {
        return !gate.isPassable();
    }

    /** How many reports it makes sense to have at hand, when so many went out within the last second. */
    int soon(int lately) {
        return switch (gate.status().state()) {
            case PAUSED -> 0;
            case TRIAL -> 1;
            case OPEN -> Math.min(rate.within(SOON), Math.max(2 * limit.current(), lately));
        };
    }

    /** Waits until one report may go out; empty when the gate has closed meanwhile. */
    Optional<Pass> enter() throws InterruptedException {
        var slot = limit.acquire();
        try {
            rate.acquire();
            var entered = gate.enter();
            if (entered.isPresent()) {
                return Optional.of(new Pass(slot, entered.getAsLong()));
            }
        } catch (InterruptedException stopping) {
            slot.release();
            throw stopping;
        }
        slot.release();
        return Optional.empty();
    }

    /** A request goes out that asks nobody: it counts all the same. */
    void count() {
        rate.count();
    }

    /** Whether the rate limit has held reports back for so long that a person should know. */
    boolean isHeldByRate() {
        return rate.holding().compareTo(RateLimiter.WORTH_TELLING) >= 0;
    }

    UploadFlow flow() {
        return new UploadFlow(limit.inFlight(), limit.current(), limit.most(), rate.rate().toString(),
            rate.holding().isPositive());
    }

    /** No more reports go out. */
    void shut() {
        gate.shut();
    }

    /** The leave to send one report. Whatever comes of it is told here; closing it without a word means that nothing was learned. */
    final class Pass implements AutoCloseable {

        private final AdaptiveLimit.Slot slot;
        private final long entered;

        private Pass(AdaptiveLimit.Slot slot, long entered) {
            this.slot = slot;
            this.entered = entered;
        }

        /** The server dealt with the report. */
        void answered(Duration took) {
            slot.answered(took);
            if (gate.worked(entered)) {
                limit.startAnew();
            }
        }

        /** The server did not bear it; returns whether uploads pause from now on. */
        boolean failed(Outcome outcome, String detail, Duration asksToWait) {
            slot.refused();
            return asksToWait.isPositive() ? gate.asked(entered, outcome, detail, asksToWait)
                : gate.failed(entered, outcome, detail);
        }

        /** No report would fare better; returns whether uploads pause from now on. */
        boolean refused(Outcome outcome, String detail) {
            return gate.refused(entered, outcome, detail);
        }

        @Override
        public void close() {
            slot.release();
            gate.leave(entered);
        }
    }
}
