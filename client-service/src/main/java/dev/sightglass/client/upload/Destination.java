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
     * @param answer the row of the table of outcomes that closed it; {@code none} while it is open
     * @param reason why, in words
     * @param remedy what a person should do; null while nothing is to be done
     * @param since when it came to stand so
     */
    public record Status(State state, String answer, String reason, @Nullable String remedy, Instant since) {}

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
    private OptionalLong heardLast = OptionalLong.empty();
    private @Nullable Instant lastSuccess;

    Destination(IntSupplier failuresToPause, InstantSource clock, LongSupplier nanos) {
        this.failuresToPause = failuresToPause;
        this.clock = clock;
        this.nanos = nanos;
        this.status = new Status(State.OPEN, "none", "nothing was sent yet", null, clock.instant());
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

    /** When the server last dealt with a report or answered a question well; null when it never did since the start. */
    @Nullable
    Instant lastSuccess() {
        return locked(() -> Optional.ofNullable(lastSuccess)).orElse(null);
    }

    /** Whether it did so since a moment on the clock that nobody sets. */
    boolean hasHeardSince(long moment) {
        return locked(() -> heardLast.isPresent() && heardLast.getAsLong() - moment > 0);
    }

    /** Until when the server asked to be left alone, on the clock that nobody sets. */
    OptionalLong closedUntil() {
        return locked(() -> closedUntil);
    }

    boolean isPassable() {
        return locked(() -> !shut && (status.state == State.OPEN || (status.state == State.TRIAL && !trialTaken)));
    }

    /** The number of how the gate stands, which belongs to what a question brings back. */
    long standing() {
        return locked(() -> standing);
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

    /** Waits until the gate stands otherwise than it did, but not longer than given. */
    void awaitChange(long stood, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (standing == stood && left > 0) {
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
            if (entered != standing) {
                return false;
            }
            failuresInARow = 0;
            if (status.state != State.TRIAL) {
                status = new Status(State.OPEN, "none", "the server takes reports", null, status.since);
                return false;
            }
            return change(State.OPEN, "none", "the server takes reports", null, null);
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

    private boolean pause(Outcome outcome, String detail) {
        return locked(() -> change(State.PAUSED, outcome.answer(), outcome.meaning() + ": " + detail, outcome.remedy(),
            PauseReason.of(outcome)));
    }

    /** The server gave a usable answer, if only to a question. */
    void heard() {
        locked(() -> {
            lastSuccess = clock.instant();
            heardLast = OptionalLong.of(nanos.getAsLong());
            return heardLast;
        });
    }

    /** The next report goes through alone. Returns whether the gate was closed. */
    boolean tryOne(String reason) {
        return locked(() -> status.state == State.PAUSED && change(State.TRIAL, "none", reason, null, null));
    }

    /** Sends home whoever waits. */
    void shut() {
        shut = true;
        locked(() -> {
            changed.signalAll();
            return shut;
        });
    }

    private boolean change(State state, String answer, String reason, @Nullable String remedy,
        @Nullable PauseReason cause) {
        boolean news = status.state != state;
        status = new Status(state, answer, reason, remedy, news ? clock.instant() : status.since);
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
