package dev.sightglass.metrics.group;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The JDK's executors, read when a scrape asks, so that they pay nothing for being watched. Safe for any number of
 * threads.
 *
 * @since 0.1.0
 */
public final class ExecutorMetrics {
    private static final Label EXECUTOR = Label.open("executor", 50);

    /** Threads at work. */
    public static final GaugeDeclaration ACTIVE = GaugeDeclaration.of("executor_threads_active",
        "Threads of an executor that work on a task.", EXECUTOR);
    /** Threads there. */
    public static final GaugeDeclaration THREADS = GaugeDeclaration.of("executor_threads", "Threads of an executor.",
        EXECUTOR);
    /** Most threads. */
    public static final GaugeDeclaration THREADS_MAX = GaugeDeclaration.of("executor_threads_max",
        "Most threads that an executor may have.", EXECUTOR);
    /** Tasks waiting. */
    public static final GaugeDeclaration QUEUED = GaugeDeclaration.of("executor_tasks_queued",
        "Tasks that wait for a thread of an executor.", EXECUTOR);
    /** Tasks done. */
    public static final CounterDeclaration COMPLETED = CounterDeclaration.of("executor_tasks_completed",
        "Tasks that an executor has finished; of a work-stealing pool, tasks taken from another thread's queue.",
        EXECUTOR);

    private final GaugeMetric active;
    private final GaugeMetric threads;
    private final GaugeMetric threadsMax;
    private final GaugeMetric queued;
    private final CounterMetric completed;

    /**
     * Registers the group.
     *
     * @param collector where
     */
    public ExecutorMetrics(MetricsCollector collector) {
        active = collector.gauge(ACTIVE);
        threads = collector.gauge(THREADS);
        threadsMax = collector.gauge(THREADS_MAX);
        queued = collector.gauge(QUEUED);
        completed = collector.counter(COMPLETED);
    }

    /**
     * Watches an executor of the JDK. An executor watched before under the same name is replaced.
     *
     * @param name the executor's name
     * @param executor a thread pool or a work-stealing pool
     * @throws IllegalArgumentException if it does not tell what it does, as those that start a thread for each task and
     *             those that hide a pool; {@link #counted} measures any executor
     */
    public void watch(String name, ExecutorService executor) {
        if (executor instanceof ThreadPoolExecutor pool) {
            watchPool(name, pool);
        } else if (executor instanceof ForkJoinPool pool) {
            watchPool(name, pool);
        } else {
            throw new IllegalArgumentException("executor " + name + ": must be a ThreadPoolExecutor or a ForkJoinPool. "
                + "Found: " + executor.getClass().getName() + ", which does not tell what it does. Use counted(name, "
                + "executor) and hand the tasks to what it returns");
        }
    }

    /**
     * Measures any executor, by counting the tasks on their way through: virtual threads, and pools that hide. It has no
     * numbers of threads; what is waiting is what was handed over and has not begun.
     *
     * @param name the executor's name
     * @param executor the executor that does the work
     * @return the executor to hand tasks to; shutting it down shuts down the other
     */
    public ExecutorService counted(String name, ExecutorService executor) {
        CountedExecutor counted = new CountedExecutor(executor);
        active.observe(counted::active, name);
        queued.observe(counted::queued, name);
        completed.observe(counted::completed, name);
        return counted;
    }

    private void watchPool(String name, ThreadPoolExecutor pool) {
        active.observe(pool::getActiveCount, name);
        threads.observe(pool::getPoolSize, name);
        threadsMax.observe(pool::getMaximumPoolSize, name);
        queued.observe(() -> pool.getQueue().size(), name);
        completed.observe(pool::getCompletedTaskCount, name);
    }

    private void watchPool(String name, ForkJoinPool pool) {
        active.observe(pool::getActiveThreadCount, name);
        threads.observe(pool::getPoolSize, name);
        threadsMax.observe(pool::getParallelism, name);
        queued.observe(() -> pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount(), name);
        completed.observe(pool::getStealCount, name);
    }
}
