package dev.sightglass.client.upload;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.metrics.group.QueueGauges;
import dev.sightglass.metrics.group.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How the queue stands, read from the store at each scrape: once for all gauges of it. Thread-safe. */
final class UploadGauges implements QueueGauges {

    /** The gauges of one scrape come within milliseconds of each other. */
    private static final Duration SAME_SCRAPE = Duration.ofMillis(500);

    private final ReportQueue queue;
    private final Uploader uploader;
    private final QueueConfig queueConfig;
    private final UploadSettings settings;
    private final InstantSource clock;
    private Instant countedAt = Instant.MIN;
    private QueueCounts counts = QueueCounts.NONE;

    UploadGauges(ReportQueue queue, Uploader uploader, QueueConfig queueConfig, UploadSettings settings,
        InstantSource clock) {
        this.queue = queue;
        this.uploader = uploader;
        this.queueConfig = queueConfig;
        this.settings = settings;
        this.clock = clock;
    }

    private synchronized QueueCounts counts() {
        var now = clock.instant();
        if (now.isAfter(countedAt.plus(SAME_SCRAPE))) {
            counts = queue.counts();
            countedAt = now;
        }
        return counts;
    }

    @Override
    public long depth() {
        return counts().ready() + counts().waiting();
    }

    @Override
    public long inFlight() {
        return counts().leased();
    }

    @Override
    public long deadLetters() {
        return counts().dead();
    }

    @Override
    public double oldestItemAgeSeconds() {
        return counts().oldest().map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
            .orElse(0.0);
    }

    @Override
    public long capacity() {
        return queueConfig.maxItems();
    }

    @Override
    public long workers(WorkerState state) {
        int busy = uploader.flow().underWay();
        return state == WorkerState.BUSY ? busy : Math.max(0, workersMax() - busy);
    }

    @Override
    public long workersMax() {
        return settings.config().concurrency();
    }
}
