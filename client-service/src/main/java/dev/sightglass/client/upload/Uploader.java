package dev.sightglass.client.upload;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases reports a little ahead of need and sends each on a virtual thread of its own, as many at once and as fast as {@link Admission}
 * lets through. Leases are renewed while they are held, so that a slow server does not make two of one report.
 */
public final class Uploader implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Uploader.class);

    /** Claims of more would take long to give back, and bring nothing more. */
    private static final int MOST_AHEAD = 50;
    /** Finds reports whose wait is over, and whatever a lost signal would leave lying. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** What a loop may take for one turn, beside waiting. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final Duration THREAD_END = Duration.ofSeconds(2);

    private final ReportQueue queue;
    private final Leases leases;
    private final Admission admission;
    private final Delivery delivery;
    private final UploadSettings settings;
    private final Pace pace;
    private final ProgressGroup loops = new ProgressGroup("upload-loops", STANDSTILL);
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile boolean hurried;

    Uploader(ReportQueue queue, Leases leases, Admission admission, Delivery delivery, UploadSettings settings) {
        this.queue = queue;
        this.leases = leases;
        this.admission = admission;
        this.delivery = delivery;
        this.settings = settings;
        this.pace = new Pace(leases::settled, System::nanoTime);
    }

    /** Starts claiming and sending. */
    public void start() {
        queue.onReady(leases::wake);
        begin("upload-claimer", this::claim);
        begin("upload-lease-renewer", this::renew);
        begin("upload-dispatcher", this::dispatch);
    }

    /** One turn of a loop. */
    private interface Turn {
        void take() throws InterruptedException;
    }

    /** A loop must outlive whatever happens in one of its turns: without it nothing would go out any more. */
    private void begin(String name, Turn turn) {
        var progress = loops.loop(name);
        threads.add(Thread.ofVirtual().name(name).start(progress.watching(() -> run(name, turn, progress))));
    }

    private void run(String name, Turn turn, Progress progress) {
        boolean failed = false;
        try {
            while (!stopping) {
                // each turn waits for somebody else: what is watched is that the loop lives
                progress.idle("waits for the store, a report or the server");
                failed = !takeSafely(name, turn, failed);
            }
        } catch (InterruptedException _) {
            // by close()
        }
    }

    /** The pulses of the loops, for liveness. */
    ProgressGroup loops() {
        return loops;
    }

    /** A store that is away for hours is told of once, and again when it is back. */
    private static boolean takeSafely(String name, Turn turn, boolean failedBefore) throws InterruptedException {
        try {
            turn.take();
            if (failedBefore) {
                logger.info("The store works again for {}", name);
            }
            return true;
        } catch (CompletionException failed) {
            if (!failedBefore) {
                logger.error("{} tries again until the store works: {}", name, reason(failed), failed);
            }
            Thread.sleep(LOOK_EVERY);
            return false;
        } catch (RuntimeException unexpected) {
            logger.error("{} failed in an unexpected way and goes on. This is a bug", name, unexpected);
            Thread.sleep(LOOK_EVERY);
            return false;
        }
    }

    private static String reason(CompletionException failed) {
        return String.valueOf(failed.getCause() == null ? failed.getMessage() : failed.getCause().getMessage());
    }

    private void claim() throws InterruptedException {
        if (admission.isClosed()) {
            leases.giveBackWaiting();
        }
        int ahead =
            Math.min(admission.soon(pace.lastSecond()), Math.max(MOST_AHEAD, 2 * settings.config().concurrency()));
        int room = ahead - leases.held();
        // a claim costs a commit: small ones are left until nothing is at hand
        boolean worthwhile = room > ahead / 2 || (room > 0 && leases.held() == 0);
        if (!worthwhile || leases.claim(room) < room) {
            leases.awaitWork(untilNextLook());
        }
    }

    /** Replicas that share a store must not look in step. */
    private static Duration untilNextLook() {
        long millis = LOOK_EVERY.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis * 3 / 4, millis * 5 / 4));
    }

    private void renew() throws InterruptedException {
        Thread.sleep(leases.renewEvery());
        leases.renew();
    }

    private void dispatch() throws InterruptedException {
        admission.awaitGate();
        var report = leases.next();
        var pass = admission.enter();
        if (pass.isEmpty()) {
            leases.giveBack(report);
            return;
        }
        var sender = Thread.ofVirtual().name("upload-" + report.id()).unstarted(() -> send(report, pass.get()));
        senders.add(sender);
        sender.start();
    }

    private void send(LeasedReport report, Admission.Pass pass) {
        try (pass; var _ = Leases.logScope(report)) {
            leases.settle(report, deliver(report, pass));
        } catch (InterruptedException _) {
            // by close(), which gives the report back
        } catch (Error broken) { // such as a lack of memory: the lease ends by itself, and the report is sent again
            leases.letGo(report);
            throw broken;
        } finally {
            senders.remove(Thread.currentThread());
        }
    }

    private Settlement deliver(LeasedReport report, Admission.Pass pass) throws InterruptedException {
        try {
            return delivery.deliver(report, pass);
        } catch (RuntimeException unexpected) {
            logger.error("Sending report {} failed in an unexpected way; it is sent again. This is a bug", report.id(),
                unexpected);
            return new Settlement.Retry(null, unexpected.toString(), Duration.ZERO, settings.config().retryMost());
        }
    }

    /**
     * How reports go out now.
     *
     * @return a snapshot
     */
    public UploadFlow flow() {
        return admission.flow();
    }

    /** Cuts short the wait of {@link #close(Duration)} for uploads under way. */
    public void hurry() {
        hurried = true;
        leases.wake();
    }

    @Override
    public void close() {
        close(settings.config().drain());
    }

    /**
     * Claims no more, lets uploads under way finish, then breaks off the rest and gives back what is held.
     *
     * @param drain how long uploads under way may take; not longer than the configuration says
     */
    public void close(Duration drain) {
        stopping = true;
        loops.mayEnd();
        admission.shut();
        leases.giveBackWaiting();
        awaitNothingHeld(drain.compareTo(settings.config().drain()) < 0 ? drain : settings.config().drain(), false);
        if (leases.held() > 0) {
            logger.info("{} reports are given back unsent; they are sent after the next start", leases.held());
        }
        threads.forEach(Thread::interrupt);
        senders.forEach(Thread::interrupt);
        awaitNothingSent();
        leases.giveBackAll();
        awaitNothingHeld(THREAD_END, true);
    }

    private void awaitNothingHeld(Duration atMost, boolean evenHurried) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (leases.held() > 0 && System.nanoTime() < end && (evenHurried || !hurried)) {
                leases.awaitWork(Duration.ofMillis(50));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitNothingSent() {
        long end = System.nanoTime() + THREAD_END.toNanos();
        try {
            for (var thread : List.copyOf(senders)) {
                boolean _ = thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
