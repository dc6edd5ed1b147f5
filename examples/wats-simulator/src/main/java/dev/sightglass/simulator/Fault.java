package dev.sightglass.simulator;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the server misbehaves, and to whom. Start from a kind, for example {@link #status(int)}, and narrow it.
 *
 * @param kind what goes wrong
 * @param status the status that {@link Kind#STATUS} answers; ignored by other kinds
 * @param retryAfter sent as it is in {@code Retry-After} by {@link Kind#STATUS}: seconds or an HTTP date; null sends none
 * @param latency what an affected request waits first
 * @param jitter up to this much is added to the latency, at random
 * @param share the part of requests that is affected, 0 to 1, drawn from a fixed seed
 * @param times how many requests are affected before the fault ends; {@link #ALWAYS} for no end
 * @param path only requests whose path starts with this, ignoring case, are affected
 * @param afterWork whether the request is carried out first, so that the report is kept and only the answer suffers
 */
public record Fault(Kind kind, int status, @Nullable String retryAfter, Duration latency, Duration jitter, double share,
    long times,
    String path, boolean afterWork) {

    /** The number of {@link #times()} that never runs out. */
    public static final long ALWAYS = Long.MAX_VALUE;

    /** What goes wrong. */
    public enum Kind {
        /** Nothing but the latency. */
        NONE,
        /** An error status instead of the answer. */
        STATUS,
        /** The connection is closed in order, with no answer. */
        DROP,
        /** The connection is cut with a TCP reset; needs {@link SimulatorOptions#wireFaults()}. */
        RESET,
        /** No answer until the fault is cleared; then the connection is closed. */
        HANG,
        /** Status line, headers and the first bytes of the body, then silence as in {@link #HANG}. */
        HALF_OPEN;

        /** The name in the control API, for example {@code half-open}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Fault {
        require(status >= 200 && status <= 599, "status", "200 to 599", status);
        require(!latency.isNegative(), "latencyMillis", "not negative", latency);
        require(!jitter.isNegative(), "jitterMillis", "not negative", jitter);
        require(share >= 0 && share <= 1, "share", "0 to 1", share);
        require(times >= 0, "remaining", "not negative", times);
    }

    /** No fault at all. */
    public static Fault none() {
        return of(Kind.NONE);
    }

    /** Every affected request is answered with this status. */
    public static Fault status(int status) {
        return of(Kind.STATUS).withStatus(status);
    }

    /** A fault of this kind for every request, with status 503 where one is needed. */
    public static Fault of(Kind kind) {
        return new Fault(kind, 503, null, Duration.ZERO, Duration.ZERO, 1, ALWAYS, "/", false);
    }

    public Fault withStatus(int value) {
        return new Fault(kind, value, retryAfter, latency, jitter, share, times, path, afterWork);
    }

    public Fault withRetryAfter(@Nullable String value) {
        return new Fault(kind, status, value, latency, jitter, share, times, path, afterWork);
    }

    public Fault withLatency(Duration value) {
        return new Fault(kind, status, retryAfter, value, jitter, share, times, path, afterWork);
    }

    public Fault withJitter(Duration value) {
        return new Fault(kind, status, retryAfter, latency, value, share, times, path, afterWork);
    }

    public Fault withShare(double value) {
        return new Fault(kind, status, retryAfter, latency, jitter, value, times, path, afterWork);
    }

    public Fault times(long value) {
        return new Fault(kind, status, retryAfter, latency, jitter, share, value, path, afterWork);
    }

    public Fault onPath(String value) {
        return new Fault(kind, status, retryAfter, latency, jitter, share, times, value, afterWork);
    }

    public Fault withAfterWork(boolean value) {
        return new Fault(kind, status, retryAfter, latency, jitter, share, times, path, value);
    }

    private static void require(boolean holds, String name, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("%s: must be %s. Found: %s".formatted(name, expected, found));
        }
    }
}
