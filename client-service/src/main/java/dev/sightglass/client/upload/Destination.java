package dev.sightglass.client.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gate before the server. While it is closed, reports stay in the queue and burn no attempt. After a probe has found the server
 * well, one report goes through alone; what becomes of it opens the gate or closes it again. Thread-safe.
 *
 * <p>
 * Whoever goes through remembers how the gate stood: what it brings back counts only while the gate stands so still. A request that
 * hung since before an outage must not close the gate again after it.
 */
public final class Destination {

    /** How the gate stands. */
    public enum State {
        /** Reports flow. */
        OPEN,
        /** Nothing goes through. */
        PAUSED,
        /** One report goes through alone. */
        TRIAL
    }

    /**
     * The gate at one moment.
     *
     * @param state how it stands
     * @param reason why, in words
     * @param answer the row of the table of outcomes that closed it; {@code none} while it is open
     * @param since when it came to stand so
     */
    public record Status(State state, String answer, String reason, Instant since) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final IntSupplier failuresToPause;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private Status status;
    private @Nullable PauseReason pausedFor;
    private long standing;
    private OptionalLong closedUntil = OptionalLong.empty();
    private boolean trialTaken;
    private volatile boolean shut;
    private int failuresInARow;
    private long heardLast;
    private @Nullable Instant lastSuccess;

    Destination(IntSupplier failuresToPause, InstantSource clock, LongSupplier nanos) {
        this.failuresToPause = failuresToPause;
        this.clock = clock;
        this.nanos = nanos;
        this.heardLast = nanos.getAsLong();
        this.status = new Status(State.OPEN, "none", "nothing was sent yet", clock.instant());
    }

    /**
     * How the gate stands.
     *
     * @return a snapshot
     */
    public Status status() {
        return locked(() -> status);
    }

    /** Why nothing goes through; empty while something does. */
    Optional<PauseReason> pausedFor() {
        return locked(() -> Optional.ofNullable(pausedFor));
    }

    /** When the server last dealt with a report; null when it never did since the start. */
    @Nullable
    Instant lastSuccess() {
        return locked(() -> Optional.ofNullable(lastSuccess)).orElse(null);
    }

    /** When the server last gave an answer that could be used, on the clock that nobody sets. */
    long heardLast() {
        return locked(() -> heardLast);
    }

    /** Until when the server asked to be left alone, on the clock that nobody sets. */
    OptionalLong closedUntil() {
        return locked(() -> closedUntil);
    }

    boolean isPassable() {
        return locked(() -> !shut && (status.state == State.OPEN || (status.state == State.TRIAL && !trialTaken)));
    }

    /** Waits until somebody may go through, or nobody ever will again. */
    void awaitPassable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!shut && !isPassable()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the gate stands otherwise, but not longer than given. */
    void awaitChange(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            for (long before = standing; standing == before && left > 0;) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets one report through; empty when the gate is closed. The number belongs to what it brings back. */
    OptionalLong enter() {
        return locked(() -> {
            if (!isPassable()) {
                return OptionalLong.empty();
            }
            trialTaken = status.state == State.TRIAL;
            return OptionalLong.of(standing);
        });
    }

    /** A report came back without an answer that says anything of the server: when it was on trial, the next one is. */
    void leave(long entered) {
        locked(() -> {
            trialTaken &= entered != standing;
            changed.signalAll();
            return trialTaken;
        });
    }

    /** The server dealt with a report, whatever it said of it. Returns whether this opened the gate. */
    boolean worked(long entered) {
        return locked(() -> {
            heard();
            lastSuccess = clock.instant();
            if (entered != standing) {
                return false;
            }
            failuresInARow = 0;
            if (status.state != State.TRIAL) {
                status = new Status(State.OPEN, "none", "the server takes reports", status.since);
                return false;
            }
            return change(State.OPEN, "none", "the server takes reports", null);
        });
    }

    /** A failure that may pass by itself: several in a row close the gate, one is enough for a report on trial. */
    boolean failed(long entered, Outcome outcome, String detail) {
        return locked(() -> {
            if (entered != standing) {
                return false;
            }
            failuresInARow++;
            return (failuresInARow >= failuresToPause.getAsInt() || status.state == State.TRIAL)
                && pause(outcome, detail);
        });
    }

    /** No other report would fare better. Returns whether this closed the gate. */
    boolean refused(long entered, Outcome outcome, String detail) {
        return locked(() -> entered == standing && pause(outcome, detail));
    }

    /** The server asked to be left alone for a while. Returns whether this closed the gate. */
    boolean asked(long entered, Outcome outcome, String detail, Duration wait) {
        return locked(() -> {
            if (entered != standing) {
                return false;
            }
            boolean news = pause(outcome, detail);
            closedUntil = OptionalLong.of(nanos.getAsLong() + wait.toNanos());
            return news;
        });
    }

    /** What a probe found. Returns whether this closed the gate. */
    boolean pause(Outcome outcome, String detail) {
        return locked(() -> change(State.PAUSED, outcome.answer(),
            outcome.meaning() + ": " + detail + ". Remedy: " + outcome.remedy(), PauseReason.of(outcome)));
    }

    /** The server gave a usable answer to something else than a report. */
    void heard() {
        locked(() -> heardLast = nanos.getAsLong());
    }

    /** The next report goes through alone. Returns whether the gate was closed. */
    boolean tryOne(String reason) {
        return locked(() -> status.state == State.PAUSED && change(State.TRIAL, "none", reason, null));
    }

    /** Sends home whoever waits. */
    void shut() {
        shut = true;
        locked(() -> {
            changed.signalAll();
            return shut;
        });
    }

    private boolean change(State state, String answer, String reason, @Nullable PauseReason cause) {
        boolean news = status.state != state;
        status = new Status(state, answer, reason, news ? clock.instant() : status.since);
        pausedFor = cause;
        closedUntil = OptionalLong.empty();
        trialTaken = false;
        failuresInARow = 0;
        standing++;
        changed.signalAll();
        return news;
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }
}
