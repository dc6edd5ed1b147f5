package dev.sightglass.client.upload;

import dev.sightglass.client.log.LogScope;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases reports ahead of need and keeps the workers busy with them. Leases are renewed while they are held, so that a slow server does
 * not make two of one report.
 */
public final class Uploader implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Uploader.class);

    /** Claims of fewer would pay a commit for each few reports. */
    private static final int LEAST_AHEAD = 50;
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** Finds reports whose wait is over, and whatever a lost signal would leave lying. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration THREAD_END = Duration.ofSeconds(2);
    /** What a loop may take for one turn, beside an upload. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final ReportQueue queue;
    private final Delivery delivery;
    private final Destination destination;
    private final UploadConfig config;
    private final int ahead;
    private final Map<Long, LeasedReport> held = new ConcurrentHashMap<>();
    private final BlockingQueue<LeasedReport> next = new LinkedBlockingQueue<>();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicInteger busy = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final ProgressGroup loops;
    private volatile boolean stopping;

    Uploader(ReportQueue queue, Delivery delivery, Destination destination, UploadConfig config) {
        this.queue = queue;
        this.delivery = delivery;
        this.destination = destination;
        this.config = config;
        this.ahead = Math.max(LEAST_AHEAD, 2 * config.concurrency());
        this.loops = new ProgressGroup("upload-loops", STANDSTILL.plus(config.timeout()));
    }

    /** Starts claiming and sending. */
    public void start() {
        queue.onReady(wake::release);
        begin("upload-claimer", this::claim);
        begin("upload-lease-renewer", this::renew);
        for (int worker = 0; worker < config.concurrency(); worker++) {
            begin("upload-" + worker, this::work);
        }
    }

    private void begin(String name, Consumer<Progress> loop) {
        var progress = loops.loop(name);
        threads.add(Thread.ofVirtual().name(name).start(progress.watching(() -> loop.accept(progress))));
    }

    /** The pulses of the loops, for liveness. */
    ProgressGroup loops() {
        return loops;
    }

    private void claim(Progress progress) {
        while (!stopping) {
            try {
                progress.beat();
                int room = ahead - held.size();
                boolean more =
                    room > ahead / 2 && destination.status().state() != Destination.State.PAUSED
                        && take(room, progress) == room;
                if (!more) {
                    boolean _ = wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private int take(int room, Progress progress) throws InterruptedException {
        try {
            progress.idle("waits for the store");
            var leased = queue.claim(room, LEASE).join();
            leased.forEach(report -> held.put(report.seq(), report));
            next.addAll(leased);
            return leased.size();
        } catch (CompletionException failed) {
            logger.error("Cannot lease reports; nothing is uploaded until the store works again", failed);
            Thread.sleep(LOOK_EVERY);
            return 0;
        }
    }

    private void renew(Progress progress) {
        while (!stopping) {
            try {
                progress.idle("waits for leases to need renewal, or for the store");
                Thread.sleep(LEASE.dividedBy(3));
                queue.renew(List.copyOf(held.values()), LEASE).join();
            } catch (CompletionException failed) {
                logger.warn("Cannot renew leases; reports under way may be sent twice, which the server takes as once",
                    failed);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void work(Progress progress) {
        try {
            while (true) {
                progress.idle("waits for a report, or for the server");
                var report = next.take();
                boolean open = destination.enter();
                progress.beat();
                settle(report, open ? send(report) : new Settlement.Released());
            }
        } catch (InterruptedException _) {
            // by close(): what this worker held is released there
        }
    }

    private Settlement send(LeasedReport report) throws InterruptedException {
        busy.incrementAndGet();
        try (var _ = logScope(report)) {
            return delivery.deliver(report);
        } catch (RuntimeException unexpected) {
            // a worker that dies of one report would hold up all others
            logger.error("Sending report {} failed in an unexpected way; it is sent again. This is a bug", report.id(),
                unexpected);
            return new Settlement.Retry(null, unexpected.toString(), Duration.ZERO, config.retryMost());
        } finally {
            busy.decrementAndGet();
        }
    }

    private static LogScope logScope(LeasedReport report) {
        return LogScope.report(new CorrelationId(report.correlationId()), report.id(), report.converter(),
            report.attempts() + 1);
    }

    /** How many workers talk to the server now. */
    int busy() {
        return busy.get();
    }

    /** The next upload does not wait for this one's commit: when it fails, the lease ends and the report is sent again. */
    private void settle(LeasedReport report, Settlement settlement) {
        var _ = queue.settle(report, settlement).whenComplete((ours, failed) -> {
            held.remove(report.seq());
            wake.release();
            if (failed != null) {
                logger.warn(
                    "What came of report {} could not be stored; it is sent again, which the server takes as once",
                    report.id(), failed);
            } else if (Boolean.FALSE.equals(ours)) {
                logger.info("The lease of report {} had passed on; its new holder settles it", report.id());
            }
        });
    }

    /** Lets uploads under way finish within the drain time, then gives back what is held. */
    @Override
    public void close() {
        loops.mayEnd();
        stopping = true;
        destination.shut();
        for (var report = next.poll(); report != null; report = next.poll()) {
            settle(report, new Settlement.Released());
        }
        awaitNothingHeld(config.drain());
        threads.forEach(Thread::interrupt);
        threads.forEach(Uploader::join);
        held.values().forEach(report -> settle(report, new Settlement.Released()));
        awaitNothingHeld(THREAD_END);
    }

    private void awaitNothingHeld(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!held.isEmpty() && System.nanoTime() < end) {
                boolean _ = wake.tryAcquire(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            boolean _ = thread.join(THREAD_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
