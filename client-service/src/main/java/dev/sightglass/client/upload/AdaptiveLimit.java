package dev.sightglass.client.upload;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * How many reports may be on their way at once: between one and what the configuration allows, found by trying. It doubles until the
 * first trouble, then grows by one for each round of answers; a refusal halves it, answers that take much longer than usual take a fifth
 * off. Thread-safe.
 *
 * <p>
 * Growing takes rounds in which the limit was reached: a limit that nobody needs says nothing about the server.
 */
final class AdaptiveLimit {

    private static final int LEAST_ROUND = 4;
    private static final double REFUSED = 0.5;
    private static final double SLOW = 0.8;
    /** Answers are slow when they take this much longer than usual ... */
    private static final double TOLERANCE = 2;
    /** ... and this on top: below it nobody is helped by sending less. */
    private static final double TOLERATED_SECONDS = 0.1;
    private static final int ALONE = 2;
    private static final double LEARNING = 0.3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final IntSupplier most;
    private int mostSeen;
    private double limit = 1;
    private double doublesUntil;
    private int inFlight;
    private long cuts;
    private double usualSeconds;
    private double roundSeconds;
    private int roundAnswers;
    private boolean reached;

    AdaptiveLimit(IntSupplier most) {
        this.most = most;
        this.mostSeen = most.getAsInt();
        this.doublesUntil = mostSeen;
    }

    /** The right to have one report on its way. Ended once, by one of its methods; a second end does nothing. */
    final class Slot {

        private final long cutsBefore;
        private boolean ended;

        private Slot(long cutsBefore) {
            this.cutsBefore = cutsBefore;
        }

        /** The server dealt with the report. */
        void answered(Duration took) {
            end(() -> answer(took.toNanos() / 1e9));
        }

        /** The server did not bear it. What had left before the limit was last cut has nothing new to say. */
        void refused() {
            end(() -> {
                if (cutsBefore == cuts) {
                    cut(REFUSED);
                }
            });
        }

        /** Nothing was learned. */
        void release() {
            end(() -> {});
        }

        private void end(Runnable lesson) {
            lock.lock();
            try {
                if (!ended) {
                    ended = true;
                    inFlight--;
                    lesson.run();
                    freed.signal();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until one more may be on its way. */
    Slot acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inFlight >= current()) {
                reached = true;
                freed.await();
            }
            inFlight++;
            reached |= inFlight >= current();
            return new Slot(cuts);
        } finally {
            lock.unlock();
        }
    }

    /** How many may be on their way now. */
    int current() {
        lock.lock();
        try {
            int now = most.getAsInt();
            if (now != mostSeen) {
                boolean wasFree = doublesUntil >= mostSeen;
                mostSeen = now;
                doublesUntil = wasFree ? now : Math.min(doublesUntil, now);
                limit = Math.min(limit, now);
            }
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }

    int most() {
        return most.getAsInt();
    }

    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** The server is back after it was away: what was learned before counts no more, and the way up is quick. */
    void startAnew() {
        lock.lock();
        try {
            doublesUntil = mostSeen;
            nextRound();
        } finally {
            lock.unlock();
        }
    }

    private void answer(double seconds) {
        roundSeconds += seconds;
        roundAnswers++;
        if (roundAnswers < Math.max(LEAST_ROUND, current())) {
            return;
        }
        double average = roundSeconds / roundAnswers;
        boolean slow = usualSeconds > 0 && average > TOLERANCE * usualSeconds + TOLERATED_SECONDS;
        boolean alone = current() <= ALONE;
        learn(average, alone);
        if (slow && !alone) {
            cut(SLOW);
        } else if (slow) {
            doublesUntil = mostSeen;
        } else if (reached) {
            grow();
        }
        nextRound();
    }

    /** Good news are learned at once. Bad news only from reports that go out nearly alone: then it is not our load that makes them slow. */
    private void learn(double average, boolean alone) {
        if (usualSeconds == 0) {
            usualSeconds = average;
        } else if (average < usualSeconds || alone) {
            usualSeconds += LEARNING * (average - usualSeconds);
        }
    }

    private void grow() {
        double next = limit < doublesUntil ? Math.min(2 * limit, doublesUntil) : limit + 1;
        limit = Math.min(next, mostSeen);
        freed.signalAll();
    }

    private void cut(double share) {
        limit = Math.max(1, limit * share);
        doublesUntil = limit;
        cuts++;
        nextRound();
    }

    private void nextRound() {
        roundSeconds = 0;
        roundAnswers = 0;
        reached = false;
    }
}
