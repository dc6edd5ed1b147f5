package dev.sightglass.metrics.group;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Hands tasks on to another executor, and counts them as they begin and end. */
final class CountedExecutor extends AbstractExecutorService {
    private final ExecutorService executor;
    private final LongAdder handed = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();

    CountedExecutor(ExecutorService executor) {
        this.executor = executor;
    }

    /** Reading the later stage first, a task on its way between the two is never counted below zero. */
    long active() {
        long out = ended.sum();
        return begun.sum() - out;
    }

    long queued() {
        if (executor.isTerminated()) {
            // What a shutdown has dropped waits no more.
            return 0;
        }
        long out = begun.sum();
        return handed.sum() - out;
    }

    long completed() {
        return ended.sum();
    }

    @Override
    public void execute(Runnable task) {
        handed.increment();
        try {
            executor.execute(() -> run(task));
        } catch (RuntimeException | Error refused) {
            handed.decrement();
            throw refused;
        }
    }

    private void run(Runnable task) {
        begun.increment();
        try {
            task.run();
        } finally {
            ended.increment();
        }
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return executor.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }
}
