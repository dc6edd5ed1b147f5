package dev.sightglass.client.upload;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps uploads within the server's limit of requests. Whoever must wait does so on its own virtual thread and holds up nobody else.
 * Thread-safe. It starts with nothing saved up, so that a restart does not bring a second burst.
 */
final class RateLimiter {

    private static final Logger logger = LoggerFactory.getLogger(RateLimiter.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    /** A shorter wait is the limiter's daily work and nothing to tell a person of. */
    static final Duration WORTH_TELLING = Duration.ofSeconds(10);
    private static final Duration QUIET_AGAIN = Duration.ofMinutes(1);

    private final Supplier<Rate> rate;
    private final LongSupplier nanos;
    private Rate inForce = Rate.NONE;
    private double saved = 1;
    private long savedAt;
    private long heldSince;
    private long heldLast;
    private boolean held;
    private boolean told;

    RateLimiter(Supplier<Rate> rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.savedAt = nanos.getAsLong();
    }

    /** Waits until one more may go. */
    void acquire() throws InterruptedException {
        for (var wait = take(); wait.isPositive(); wait = take()) {
            Thread.sleep(wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP);
        }
    }

    /** Takes one, or tells how long to wait for it. */
    synchronized Duration take() {
        long now = refill();
        if (inForce.isNone() || saved >= 1) {
            saved -= inForce.isNone() ? 0 : 1;
            return Duration.ZERO;
        }
        hold(now);
        return Duration.ofNanos((long) Math.ceil((1 - saved) / inForce.perNano()));
    }

    /** Counts a request that does not wait, such as a probe. */
    synchronized void count() {
        refill();
        saved -= inForce.isNone() ? 0 : 1;
    }

    /** How many may go within a time from now, at least one. */
    synchronized int within(Duration time) {
        refill();
        return inForce.isNone() ? Integer.MAX_VALUE : Math.max(1, (int) (saved + time.toNanos() * inForce.perNano()));
    }

    /** For how long reports have been held back now; zero when they are not. */
    synchronized Duration holding() {
        long now = refill();
        return held && now - heldLast < pause() ? Duration.ofNanos(heldLast - heldSince) : Duration.ZERO;
    }

    /** The limit in force. */
    synchronized Rate rate() {
        refill();
        return inForce;
    }

    private long refill() {
        long now = nanos.getAsLong();
        var current = rate.get();
        if (!current.equals(inForce)) {
            inForce = current;
            saved = Math.min(saved, 1);
            held = false;
        } else if (!current.isNone()) {
            saved = Math.min(current.burst(), saved + (now - savedAt) * current.perNano());
        }
        savedAt = now;
        return now;
    }

    /** Between two reports that had to wait lies at most this when reports are held back all the time. */
    private long pause() {
        return Math.max(Duration.ofSeconds(2).toNanos(), (long) (3 / inForce.perNano()));
    }

    private void hold(long now) {
        if (!held || now - heldLast >= pause()) {
            told = told && now - heldLast < QUIET_AGAIN.toNanos();
            held = true;
            heldSince = now;
        }
        heldLast = now;
        if (!told && now - heldSince >= WORTH_TELLING.toNanos()) {
            told = true;
            logger.warn("The rate limit of {} requests holds reports back; they wait in the queue. Remedy: set"
                + " sightglass.upload.rate-limit to what the server takes, or to none when it sets no limit", inForce);
        }
    }
}
