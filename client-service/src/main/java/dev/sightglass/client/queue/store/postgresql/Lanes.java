package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.queue.store.Change;
import dev.sightglass.client.queue.store.PendingChange;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.queue.store.Transactions;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * A few threads, each with a transaction at a time. Whatever changes wait when a lane becomes free are made together and committed at once,
 * so that under load many share the cost of a commit.
 */
final class Lanes implements Transactions, AutoCloseable {

    private static final int MOST_PER_COMMIT = 64;
    private static final int MOST_WAITING = 4_096;
    /** A database that is away is no standstill: each wait for it is far shorter. */
    private static final Duration STANDSTILL = Duration.ofMinutes(5);

    private final BlockingQueue<PendingChange<?>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Lane lane;
    private final LongConsumer commitNanos;
    private final ReadySignal ready;
    private final ProgressGroup loops = new ProgressGroup("queue-loops", STANDSTILL);
    private final List<Thread> threads;
    private volatile boolean closed;

    /**
     * @param lane makes changes
     * @param lanes how many transactions at once
     * @param commitNanos told how long each took
     * @param ready told when a change of ours may have made reports ready; other replicas hear it from the database
     */
    @SuppressWarnings("ThreadStartInConstructor") // the last statement, on a final class
    Lanes(Lane lane, int lanes, LongConsumer commitNanos, ReadySignal ready) {
        this.lane = lane;
        this.commitNanos = commitNanos;
        this.ready = ready;
        this.threads = IntStream.range(0, lanes).mapToObj(number -> begin("queue-writer-" + number)).toList();
    }

    private Thread begin(String name) {
        var progress = loops.loop(name);
        return Thread.ofPlatform().name(name).start(progress.watching(() -> run(progress)));
    }

    /** The pulses of the lanes, for liveness. */
    ProgressGroup loops() {
        return loops;
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
        if (closed) {
            failWhatWaits();
        }
        return change.result();
    }

    private void run(Progress progress) {
        var batch = new ArrayList<PendingChange<?>>(MOST_PER_COMMIT);
        while (!(closed && waiting.isEmpty())) {
            try {
                progress.idle("nothing waits to be written");
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_PER_COMMIT - 1);
                commit(List.copyOf(batch), progress);
            } catch (InterruptedException _) {
                closed = true; // by close(): finish what waits, then end
            }
            batch.clear();
        }
    }

    /**
     * One change that cannot be made must not take the others with it: what fails together is tried one by one. Not so when the database is
     * away: then it is away for each of them.
     */
    private void commit(List<PendingChange<?>> batch, Progress progress) {
        progress.beat();
        long start = System.nanoTime();
        try {
            lane.run(batch);
        } catch (Lane.Unreachable away) {
            batch.forEach(change -> change.fail(away));
            return;
        } catch (RuntimeException | Error failed) {
            if (batch.size() == 1) {
                batch.getFirst().fail(failed);
            } else {
                batch.forEach(change -> commit(List.of(change), progress));
            }
            return;
        }
        commitNanos.accept(System.nanoTime() - start);
        batch.forEach(PendingChange::announce);
        if (batch.stream().anyMatch(PendingChange::wakes)) {
            ready.fire();
        }
    }

    @Override
    public void close() {
        closed = true;
        loops.mayEnd();
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        failWhatWaits();
    }

    private void failWhatWaits() {
        for (var change = waiting.poll(); change != null; change = waiting.poll()) {
            change.fail(new IllegalStateException("the queue is closed"));
        }
    }
}
