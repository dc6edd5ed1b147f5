package dev.sightglass.client.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The gate before the server. While it is closed, reports stay in the queue and burn no attempt. After a probe has found the server
 * well, one report goes through alone; what becomes of it opens the gate or closes it again. Thread-safe.
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
    private final InstantSource clock;
    private final int failuresToPause;
    private Status status;
    private boolean trialTaken;
    private boolean shut;
    private int failuresInARow;
    private @Nullable Instant lastSuccess;

    Destination(int failuresToPause, InstantSource clock) {
        this.failuresToPause = failuresToPause;
        this.clock = clock;
        this.status = new Status(State.OPEN, "none", "nothing was sent yet", clock.instant());
    }

    /**
     * How the gate stands.
     *
     * @return a snapshot
     */
    public Status status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** When the server last dealt with a report; null when it never did since the start. */
    @Nullable
    Instant lastSuccess() {
        lock.lock();
        try {
            return lastSuccess;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the caller may send one report; false when there will be no more sending. */
    boolean enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!shut && (status.state == State.PAUSED || (status.state == State.TRIAL && trialTaken))) {
                changed.await();
            }
            trialTaken = status.state == State.TRIAL;
            return !shut;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether this call closed the gate. */
    boolean pause(Outcome outcome, String detail) {
        return change(State.PAUSED, outcome.answer(),
            outcome.meaning() + ": " + detail + ". Remedy: " + outcome.remedy());
    }

    /** A failure that may pass by itself: several in a row close the gate, one is enough for a report on trial. */
    boolean failed(Outcome outcome, String detail) {
        lock.lock();
        try {
            failuresInARow++;
            return (failuresInARow >= failuresToPause || status.state == State.TRIAL) && pause(outcome, detail);
        } finally {
            lock.unlock();
        }
    }

    /** The server dealt with a report, whatever it said of it. */
    void worked() {
        lock.lock();
        try {
            failuresInARow = 0;
            lastSuccess = clock.instant();
            if (status.state == State.TRIAL) {
                change(State.OPEN, "none", "the server takes reports");
            }
        } finally {
            lock.unlock();
        }
    }

    void tryOne() {
        change(State.TRIAL, "none", "the server answers again; one report is on trial");
    }

    /** Sends home whoever waits. */
    void shut() {
        lock.lock();
        try {
            shut = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean change(State state, String answer, String reason) {
        lock.lock();
        try {
            boolean news = status.state != state;
            status = new Status(state, answer, reason, news ? clock.instant() : status.since);
            trialTaken = false;
            changed.signalAll();
            return news;
        } finally {
            lock.unlock();
        }
    }
}
