package dev.sightglass.client.queue.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does at intervals what nobody waits for. */
final class Upkeep implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Runnable work;
    private final Thread thread;

    /**
     * Begins.
     *
     * @param work to do once in a while; a failure is logged, and it is done again the next time
     */
    @SuppressWarnings("ThreadStartInConstructor") // the last statement, on a final class
    Upkeep(Runnable work) {
        this.work = work;
        this.thread = Thread.ofVirtual().name("queue-upkeep").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                // replicas that were started together must not prune together
                Thread.sleep(INTERVAL.plusMillis(ThreadLocalRandom.current().nextLong(INTERVAL.toMillis())));
                doSafely();
            }
        } catch (InterruptedException _) {
            // by close()
        }
    }

    private void doSafely() {
        try {
            work.run();
        } catch (RuntimeException failed) {
            logger.warn("The store's upkeep failed; it is done again in a minute or two", failed);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
