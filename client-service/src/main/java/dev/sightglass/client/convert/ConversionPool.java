package dev.sightglass.client.convert;

import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.convert.WaitingLine.Job;
import dev.sightglass.client.log.LogText;
import dev.sightglass.client.queue.ReportQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import dev.sightglass.health.Progress;
import dev.sightglass.metrics.group.ConverterMetrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sources from wherever they come to the durable queue, a bounded number at a time, most urgent first. Thread-safe.
 *
 * <p>
 * Whatever a source or its converter does - throw, hang, recurse, eat memory - it does to that source alone.
 */
public final class ConversionPool implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ConversionPool.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final Attempts attempts;
    private final Handover handover;
    private final WaitingLine waiting;
    private final Semaphore places;
    private final int concurrency;
    private final MemoryBudget memory;
    private final Progress progress = new Progress("conversion-dispatcher", STANDSTILL);
    private final Thread dispatcher;
    private volatile boolean closed;

    /**
     * A pool that is at work at once.
     *
     * @param config its bounds
     * @param queue where reports go
     * @param completer completes what converters make
     * @param processCodes looks up operations for converters
     * @param metrics told of every conversion
     */
    @SuppressWarnings("ThreadStartInConstructor") // the last statement, on a final class
    public ConversionPool(ConvertConfig config, ReportQueue queue, ReportCompleter completer,
        ProcessCodes processCodes,
        ConverterMetrics metrics) {
        this.attempts = new Attempts(config, completer, processCodes, metrics);
        this.handover = new Handover(queue);
        this.waiting = new WaitingLine(config.ageing());
        this.concurrency = config.concurrency();
        this.places = new Semaphore(concurrency, true);
        // A tree of JSON or XML takes several times the room of its text.
        this.memory = new MemoryBudget(Runtime.getRuntime().maxMemory() / 8);
        this.dispatcher = Thread.ofVirtual().name("conversion-dispatcher").start(progress.watching(this::dispatch));
    }

    /**
     * Hands in a source. Never blocks: the caller bounds how many it has under way.
     *
     * @param conversion the source
     * @return its fate; never completes exceptionally
     */
    public CompletionStage<Fate> submit(Conversion conversion) {
        var fate = waiting.add(conversion);
        if (closed) {
            sendBack();
        }
        return fate;
    }

    /**
     * A picture of the pool.
     *
     * @return its numbers now
     */
    public PoolStatus status() {
        var taken = Math.clamp(concurrency - places.availablePermits(), 0, concurrency);
        return new PoolStatus(waiting.size(), taken, concurrency, attempts.stuck());
    }

    /** What was switched off, with the reason; files of it stay where they are. */
    List<String> switchedOff() {
        return attempts.switchedOff();
    }

    /** The pulse of the loop that hands out work, for liveness. */
    Progress progress() {
        return progress;
    }

    /** Stops taking work and interrupts what is at work; sources that were not finished stay where they are. */
    @Override
    public void close() {
        progress.mayEnd();
        closed = true;
        dispatcher.interrupt();
        attempts.close();
        sendBack();
    }

    private void sendBack() {
        waiting.drain().forEach(job -> job.fate().complete(Attempts.STOPPING));
    }

    private void dispatch() {
        while (!closed) {
            try {
                progress.idle("waits for a file, or for a place at a converter");
                waiting.await();
                places.acquire();
                progress.beat();
                // Chosen only now that there is a place: somebody more urgent may have come meanwhile.
                start(waiting.poll());
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void start(@Nullable Job job) {
        if (job == null) {
            places.release();
            return;
        }
        try {
            Thread.ofVirtual().name("conversion").start(() -> run(job));
        } catch (OutOfMemoryError shortage) {
            places.release();
            job.fate().complete(new Fate.Suspended("there is not enough memory to begin", PAUSE));
        }
    }

    private void run(Job job) {
        try (var _ = job.conversion().logScope()) {
            settle(job);
        }
    }

    private void settle(Job job) {
        var conversion = job.conversion();
        try (var _ = memory.acquire(conversion.size())) {
            job.fate().complete(handover.settle(conversion, convert(conversion)));
        } catch (InterruptedException stopping) {
            job.fate().complete(Attempts.STOPPING);
        } catch (Throwable unexpected) {
            logger.error("{} in {}: failed unexpectedly and is tried again; this is a bug",
                LogText.of(conversion.name()), conversion.channel(), unexpected);
            job.fate().complete(new Fate.Suspended("failed unexpectedly: " + unexpected, PAUSE));
        }
    }

    /** Gives the place back before the queue is asked, so that waiting for the disk keeps no converter idle. */
    private Verdict convert(Conversion conversion) throws InterruptedException {
        Verdict verdict;
        try {
            verdict = attempts.attempt(conversion);
        } finally {
            places.release();
        }
        return verdict instanceof Verdict.Starved ? convertAlone(conversion) : verdict;
    }

    private Verdict convertAlone(Conversion conversion) throws InterruptedException {
        logger.warn("{} in {}: out of memory; it is tried once more with nothing beside it",
            LogText.of(conversion.name()), conversion.channel());
        places.acquire(concurrency);
        try {
            return attempts.attempt(conversion);
        } finally {
            places.release(concurrency);
        }
    }
}
