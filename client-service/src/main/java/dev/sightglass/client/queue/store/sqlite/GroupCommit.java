package dev.sightglass.client.queue.store.sqlite;

import dev.sightglass.client.fault.FaultPoint;
import dev.sightglass.client.queue.store.Change;
import dev.sightglass.client.queue.store.PendingChange;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.queue.store.Statements;
import dev.sightglass.client.queue.store.Transactions;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes whatever changes wait, makes them in one transaction, syncs once for all, and only then tells
 * their callers. Under load the cost of a sync is shared by hundreds; an idle system pays it once per change.
 */
final class GroupCommit implements Transactions, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST_PER_COMMIT = 512;
    private static final int MOST_WAITING = 4_096;
    /** Far longer than any commit on a disk that works. */
    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final long IDLE_MILLIS = 100;

    private final Statements store;
    private final Housekeeping housekeeping;
    private final LongConsumer commitNanos;
    private final ReadySignal ready;
    private final InstantSource clock;
    private final BlockingQueue<PendingChange<?>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ProgressGroup loops = new ProgressGroup("queue-loops", STANDSTILL);
    private final Progress progress = loops.loop("queue-writer");
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param store the only connection that writes
     * @param commitNanos told how long each transaction took, sync included
     * @param ready told when a change may have made reports ready
     * @param clock the time of all rows: the database is a part of this process
     */
    GroupCommit(Statements store, LongConsumer commitNanos, ReadySignal ready, InstantSource clock) {
        this.store = store;
        this.housekeeping = new Housekeeping(store);
        this.commitNanos = commitNanos;
        this.ready = ready;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("queue-writer").start(progress.watching(this::run));
    }

    @Override
    public <T> CompletableFuture<T> submit(Change<T> change) {
        return submit(new PendingChange<>(change, false));
    }

    @Override
    public <T> CompletableFuture<T> submitAndWake(Change<T> change) {
        return submit(new PendingChange<>(change, true));
    }

    private <T> CompletableFuture<T> submit(PendingChange<T> change) {
        try {
            waiting.put(change);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            change.fail(interrupted);
        }
        if (!thread.isAlive()) {
            failWhatWaits();
        }
        return change.result();
    }

    private void run() {
        var batch = new ArrayList<PendingChange<?>>(MOST_PER_COMMIT);
        while (!(closed && waiting.isEmpty())) {
            try {
                progress.idle("nothing waits to be written");
                var next = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                progress.beat();
                if (next == null) {
                    housekeeping.whenIdle();
                } else {
                    batch.add(next);
                    waiting.drainTo(batch, MOST_PER_COMMIT - 1);
                    commit(batch);
                    housekeeping.afterCommit();
                }
            } catch (InterruptedException _) {
                closed = true; // by close(): finish what waits, then end
            }
            batch.clear();
        }
    }

    /** A change that fails is left out, and the others are made again without it. */
    private void commit(List<PendingChange<?>> batch) {
        for (var failed = tryTogether(batch); failed.isPresent(); failed = tryTogether(batch)) {
            batch.remove(failed.get());
        }
    }

    /**
     * Makes all changes in one transaction, or none. No savepoint stands around each: a change fails hardly ever, and savepoints make
     * SQLite keep a copy of every page (docs/performance.md).
     *
     * @return the change that failed and was told so; empty when the batch is done with
     */
    private Optional<PendingChange<?>> tryTogether(List<PendingChange<?>> batch) {
        long start = System.nanoTime();
        try {
            store.begin();
            for (var change : batch) {
                try {
                    change.make(store, clock.millis());
                } catch (RuntimeException failed) {
                    rollback();
                    change.fail(failed);
                    return Optional.of(change);
                }
            }
            FaultPoint.COMMITTING.pass();
            store.commit();
            FaultPoint.COMMITTED.pass();
        } catch (RuntimeException | Error failed) {
            logger.error("The queue could not commit {} changes; their callers keep their reports and try again",
                batch.size(), failed);
            rollback();
            batch.forEach(change -> change.fail(failed));
            return Optional.empty();
        }
        commitNanos.accept(System.nanoTime() - start);
        batch.forEach(PendingChange::announce);
        if (batch.stream().anyMatch(PendingChange::wakes)) {
            ready.fire();
        }
        return Optional.empty();
    }

    private void rollback() {
        try {
            store.rollback();
        } catch (RuntimeException alsoFailed) {
            logger.warn("Rolling back failed too; SQLite undoes the transaction when it next opens", alsoFailed);
        }
    }

    /** What liveness watches. */
    ProgressGroup loops() {
        return loops;
    }

    @Override
    public void close() {
        loops.mayEnd();
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        failWhatWaits();
    }

    private void failWhatWaits() {
        for (var change = waiting.poll(); change != null; change = waiting.poll()) {
            change.fail(new IllegalStateException("the queue is closed"));
        }
    }
}
