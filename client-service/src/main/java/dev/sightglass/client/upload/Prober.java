package dev.sightglass.client.upload;

import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.health.Progress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a paused server whether it is back, and puts one report on trial when it is. */
public final class Prober implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Prober.class);

    /** What a probe may take. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final WatsServer server;
    private final Destination destination;
    private final Duration interval;
    private final Progress progress;
    private final Thread thread;

    Prober(WatsServer server, Destination destination, Duration interval) {
        this.server = server;
        this.destination = destination;
        this.interval = interval;
        this.progress = new Progress("upload-prober", interval.plus(STANDSTILL));
        this.thread = Thread.ofVirtual().name("upload-prober").unstarted(progress.watching(this::run));
    }

    /** Starts watching the gate. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                progress.beat();
                Thread.sleep(interval);
                if (destination.status().state() == Destination.State.PAUSED) {
                    probeSafely();
                }
            }
        } catch (InterruptedException _) {
            // by close()
        }
    }

    /** A probe that fails in a way nobody thought of must not be the last one. */
    private void probeSafely() throws InterruptedException {
        try {
            probe();
        } catch (RuntimeException unexpected) {
            logger.error("The probe failed; the next one follows in {}. This is a bug", interval, unexpected);
        }
    }

    private void probe() throws InterruptedException {
        if (server.version() instanceof Answer.Answered(int status, _, _) && status < 300) {
            logger.info("The server answers again; one report is on trial");
            destination.tryOne();
        }
    }

    /** The pulse of the loop, for liveness. */
    Progress progress() {
        return progress;
    }

    @Override
    public void close() {
        progress.mayEnd();
        thread.interrupt();
    }
}
