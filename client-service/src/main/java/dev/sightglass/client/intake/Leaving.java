package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.fault.FaultPoint;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way out of the folder. One that cannot leave - no permission, no space, somebody has it open - is tried again later and
 * is not read again meanwhile. Not thread-safe.
 */
final class Leaving {

    private static final Logger logger = LoggerFactory.getLogger(Leaving.class);

    /** One or two files may be locked; this many at once mean that the folder is at fault. */
    private static final int TOO_MANY = 16;

    private final FolderPlan plan;
    private final Settlement settlement;
    private final PriorityQueue<Unsettled> byDue =
        new PriorityQueue<>(Comparator.comparingLong(Unsettled::dueNanos));

    Leaving(FolderPlan plan, Settlement settlement) {
        this.plan = plan;
        this.settlement = settlement;
    }

    /** Lets a file leave, now or later; tells when it has. */
    void settle(Taken taken, Fate fate, long now, Consumer<Taken> whenGone) {
        attempt(taken, fate, 1, now, whenGone);
    }

    void retry(long now, Consumer<Taken> whenGone) {
        var due = new ArrayDeque<Unsettled>();
        while (!byDue.isEmpty() && byDue.element().dueNanos() - now <= 0) {
            due.add(byDue.remove());
        }
        for (var unsettled : due) {
            attempt(unsettled.taken(), unsettled.fate(), unsettled.attempts() + 1, now, whenGone);
        }
    }

    private void attempt(Taken taken, Fate fate, int attempts, long now, Consumer<Taken> whenGone) {
        try (var _ = taken.logScope(plan)) {
            attemptLogged(taken, fate, attempts, now, whenGone);
        }
    }

    private void attemptLogged(Taken taken, Fate fate, int attempts, long now, Consumer<Taken> whenGone) {
        try {
            leave(taken, fate);
            whenGone.accept(taken);
        } catch (IOException | RuntimeException failed) {
            byDue.add(
                new Unsettled(taken, fate, attempts, now + Unsettled.delayNanos(attempts), failed.toString()));
            if (attempts == 1) {
                logger.warn(
                    "folder {}: {} is safe in the queue or the ledger but cannot leave the folder, and is tried again: {}",
                    plan.name(), taken.printableName(), failed.toString());
            }
        }
    }

    private void leave(Taken taken, Fate fate) throws IOException {
        FaultPoint.SETTLING.pass();
        switch (fate) {
            case Fate.Queued _ -> settlement.delivered(taken);
            case Fate.Duplicate _ -> settlement.delivered(taken);
            case Fate.Refused refused -> settlement.refused(taken, refused);
            case Fate.Skipped _,Fate.Suspended _,Fate.Deferred _ -> throw new IllegalArgumentException(
                fate + " leaves a file where it is; this is a bug");
        }
    }

    boolean isBlocked() {
        return byDue.size() >= TOO_MANY;
    }

    int size() {
        return byDue.size();
    }

    /** In words, why files cannot leave; empty when they can. */
    String trouble() {
        var first = byDue.peek();
        return first == null ? ""
            : byDue.size() + (byDue.size() == 1 ? " file is" : " files are")
                + " safe but cannot leave the folder; free space or give permission. " + first.taken().printableName()
                + ": " + first.reason();
    }

    long nanosToNext(long now) {
        var first = byDue.peek();
        return first == null ? Long.MAX_VALUE : Math.max(0, first.dueNanos() - now);
    }
}
