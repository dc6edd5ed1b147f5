package dev.sightglass.client.upload;

import dev.sightglass.client.upload.Destination.State;
import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.health.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server how it is: by itself a paused one, whether it is back, to put one report on trial when it is; any other when somebody wants to
 * know, so that a person learns that it is gone before the next report does. Thread-safe.
 */
public final class Prober implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Prober.class);

    /** What a question may take. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final long FOR_EVER = Duration.ofDays(1).toNanos();

    private final WatsServer server;
    private final Destination destination;
    private final Admission admission;
    private final UploadSettings settings;
    private final LongSupplier nanos;
    private final Progress progress;
    private final Thread thread;
    private long askedLast;

    Prober(WatsServer server, Destination destination, Admission admission, UploadSettings settings,
        LongSupplier nanos) {
        this.server = server;
        this.destination = destination;
        this.admission = admission;
        this.settings = settings;
        this.nanos = nanos;
        this.askedLast = nanos.getAsLong();
        this.progress = new Progress("upload-prober", STANDSTILL);
        this.thread = Thread.ofVirtual().name("upload-prober").unstarted(progress.watching(this::run));
    }

    /** Starts watching the gate. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long standing = destination.standing();
                long wait = nanosToNext();
                if (wait > 0) {
                    progress.idle("waits until it is time to ask");
                    destination.awaitChange(standing, Duration.ofNanos(wait));
                } else {
                    progress.beat();
                    takeSafely();
                }
            }
        } catch (InterruptedException _) {
            // by close()
        }
    }

    private long nanosToNext() {
        if (destination.status().state() != State.PAUSED) {
            return FOR_EVER;
        }
        long next = askedLast + settings.config().probeInterval().toNanos();
        return destination.closedUntil().orElse(next) - nanos.getAsLong();
    }

    /** A question that fails in a way nobody thought of must not be the last one. */
    private void takeSafely() throws InterruptedException {
        try {
            if (destination.closedUntil().isPresent()) {
                destination.tryOne("the time for which the server asked is over; one report is on trial");
            } else {
                question();
            }
        } catch (RuntimeException unexpected) {
            logger.error("The probe failed; the next one follows. This is a bug", unexpected);
        } finally {
            askedLast = nanos.getAsLong();
        }
    }

    /** Asks the server, unless it is known to be away; the gate tells what it answered. */
    void ask() throws InterruptedException {
        if (destination.status().state() != State.PAUSED) {
            question();
        }
    }

    private void question() throws InterruptedException {
        long asked = nanos.getAsLong();
        long standing = destination.standing();
        admission.count();
        var answer = server.version();
        if (answer instanceof Answer.Answered(int status, _, _) && status < 300) {
            destination.heard();
            if (destination.tryOne("the server answers again; one report is on trial")) {
                logger.info("The server answers again; one report is on trial");
            }
            return;
        }
        if (destination.hasHeardSince(asked)) {
            return; // it takes reports meanwhile
        }
        var outcome = settings.outcomes().of(answer);
        var text = AnswerText.of(answer);
        if (destination.refused(standing, outcome, text)) {
            logger.warn("Uploads pause: a probe found that {}: {}. Remedy: {}", outcome.meaning(), text,
                outcome.remedy());
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
