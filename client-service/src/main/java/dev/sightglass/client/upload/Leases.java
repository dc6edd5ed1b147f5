package dev.sightglass.client.upload;

import dev.sightglass.client.log.LogScope;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports that this service has leased: those that wait to be sent, and those on their way. Thread-safe. */
final class Leases {

    private static final Logger logger = LoggerFactory.getLogger(Leases.class);
    private static final Settlement GIVEN_BACK = new Settlement.Released();

    private final ReportQueue queue;
    private final Duration length;
    private final Map<Long, LeasedReport> held = new ConcurrentHashMap<>();
    private final BlockingQueue<LeasedReport> next = new LinkedBlockingQueue<>();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicInteger settled = new AtomicInteger();

    Leases(ReportQueue queue, Duration length) {
        this.queue = queue;
        this.length = length;
    }

    /** Waits for a sign that there may be something to claim. */
    void awaitWork(Duration atMost) throws InterruptedException {
        boolean _ = wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
    }

    void wake() {
        wake.release();
    }

    /** Returns how many there were. */
    int claim(int most) {
        var leased = queue.claim(most, length).join();
        leased.forEach(report -> held.put(report.seq(), report));
        next.addAll(leased);
        return leased.size();
    }

    /** Keeps what is held from passing to somebody else. */
    void renew() {
        queue.renew(List.copyOf(held.values()), length).join();
    }

    Duration renewEvery() {
        return length.dividedBy(3);
    }

    /** Waits for a report to send. */
    LeasedReport next() throws InterruptedException {
        return next.take();
    }

    int held() {
        return held.size();
    }

    /** How many were settled in all. */
    int settled() {
        return settled.get();
    }

    /** Ends a lease. Nobody waits for the commit: when it fails, the lease ends and the report is sent again. */
    void settle(LeasedReport report, Settlement settlement) {
        var _ = queue.settle(report, settlement).whenComplete((ours, failed) -> {
            held.remove(report.seq());
            settled.incrementAndGet();
            wake.release();
            if (failed != null || !Boolean.TRUE.equals(ours)) {
                tell(report, failed);
            }
        });
    }

    /** Holds a report no more, without a word to the store. */
    void letGo(LeasedReport report) {
        held.remove(report.seq());
    }

    void giveBack(LeasedReport report) {
        settle(report, GIVEN_BACK);
    }

    /** What cannot go out now is for others that share the queue, or for later. */
    void giveBackWaiting() {
        for (var report = next.poll(); report != null; report = next.poll()) {
            giveBack(report);
        }
    }

    void giveBackAll() {
        held.values().forEach(this::giveBack);
    }

    /** What is logged while a report is worked on names it. */
    static LogScope logScope(LeasedReport report) {
        return LogScope.report(new CorrelationId(report.correlationId()), report.id(), report.converter(),
            report.attempts() + 1);
    }

    private static void tell(LeasedReport report, @Nullable Throwable failed) {
        try (var _ = logScope(report)) {
            if (failed == null) {
                logger.info("The lease of report {} had passed on; its new holder settles it", report.id());
            } else {
                logger.warn(
                    "What came of report {} could not be stored; it is sent again, which the server takes as once",
                    report.id(), failed);
            }
        }
    }
}
