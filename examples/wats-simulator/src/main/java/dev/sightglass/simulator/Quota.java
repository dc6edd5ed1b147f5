package dev.sightglass.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Lets so many requests through in any stretch of time of a given length, as a server does that guards itself. Thread-safe. */
final class Quota {

    private final long requests;
    private final long period;
    private final LongSupplier nanos;
    private final ArrayDeque<Long> passed = new ArrayDeque<>();

    /** Zero requests stand for no limit. */
    Quota(long requests, Duration period, LongSupplier nanos) {
        this.requests = requests;
        this.period = period.toNanos();
        this.nanos = nanos;
    }

    /** The answer to a request that is one too many; what is refused does not count. */
    synchronized Optional<Answer> refusal() {
        if (requests == 0) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        while (!passed.isEmpty() && now - passed.peekFirst() >= period) {
            passed.removeFirst();
        }
        if (passed.size() < requests) {
            passed.addLast(now);
            return Optional.empty();
        }
        long wait = period - (now - passed.peekFirst());
        long seconds = Math.ceilDiv(wait, Duration.ofSeconds(1).toNanos());
        return Optional.of(
            Answer.error(429, "more than " + requests + " requests in " + Duration.ofNanos(period).toMillis() + " ms")
                .with("Retry-After", Long.toString(seconds)));
    }
}
