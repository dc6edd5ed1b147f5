package dev.sightglass.client.convert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Conversions that wait for a free place, most urgent first.
 *
 * <p>
 * Each step of priority is worth one ageing interval of waiting: among sources detected at about the same time the order is strictly by
 * priority, and a source that has waited nine intervals longer goes before any other, so that nobody starves.
 */
final class WaitingLine {

    record Job(Conversion conversion, CompletableFuture<Fate> fate, long urgency, long sequence) {}

    private final PriorityBlockingQueue<Job> jobs = new PriorityBlockingQueue<>(64,
        Comparator.comparingLong(Job::urgency).thenComparingLong(Job::sequence));
    private final Semaphore present = new Semaphore(0);
    private final AtomicLong sequences = new AtomicLong();
    private final long ageingMillis;

    WaitingLine(Duration ageing) {
        this.ageingMillis = ageing.toMillis();
    }

    CompletableFuture<Fate> add(Conversion conversion) {
        var urgency = conversion.detectedAt().toEpochMilli() + conversion.priority() * ageingMillis;
        var job = new Job(conversion, new CompletableFuture<>(), urgency, sequences.getAndIncrement());
        jobs.add(job);
        present.release();
        return job.fate();
    }

    /** Waits until somebody is in the line. */
    void await() throws InterruptedException {
        present.acquire();
    }

    /** The most urgent job, to be asked for once per {@link #await}; null when the line was drained meanwhile. */
    @Nullable
    Job poll() {
        return jobs.poll();
    }

    List<Job> drain() {
        var left = new ArrayList<Job>();
        jobs.drainTo(left);
        return left;
    }

    int size() {
        return jobs.size();
    }
}
