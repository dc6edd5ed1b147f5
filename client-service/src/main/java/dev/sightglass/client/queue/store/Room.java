package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.report.CompletedReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether the queue may take more. Counting a long queue costs time, so between two looks it adds what was taken and forgets what has
 * left: it may stop a moment early, and never late. Thread-safe.
 */
final class Room {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Looking takes at most this part of one processor. */
    private static final int SHARE = 50;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Counts counts;
    private final LongSupplier freeBytes;
    private final QueueConfig config;
    private final InstantSource clock;
    private Instant nextLook = Instant.MIN;
    private Optional<Receipt> noDisk = Optional.empty();
    private long items;
    private long bytes;

    /**
     * The room of a store.
     *
     * @param counts reads what it holds
     * @param freeBytes of its disk; {@code Long.MAX_VALUE} when the disk is not ours to watch
     * @param config the limits
     * @param clock when to look
     */
    Room(Counts counts, LongSupplier freeBytes, QueueConfig config, InstantSource clock) {
        this.counts = counts;
        this.freeBytes = freeBytes;
        this.config = config;
        this.clock = clock;
    }

    synchronized void took(List<CompletedReport> reports) {
        items += reports.size();
        reports.forEach(report -> bytes += report.json().length);
    }

    /** When looking fails, only one caller a second pays for it. */
    synchronized Optional<Receipt> refusal() {
        var now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK_EVERY);
            look();
        }
        if (noDisk.isPresent()) {
            return noDisk;
        }
        if (items >= config.maxItems()) {
            return full("the queue holds %,d reports, sightglass.queue.max-items; see why the server does not take them"
                .formatted(items));
        }
        if (bytes >= config.maxBytes()) {
            return full(
                "the queue holds %,d bytes, sightglass.queue.max-bytes is %,d; see why the server does not take them"
                    .formatted(bytes, config.maxBytes()));
        }
        return Optional.empty();
    }

    private void look() {
        long start = System.nanoTime();
        long free = freeBytes.getAsLong();
        noDisk = free >= config.minFreeBytes() ? Optional.empty() : full(
            "the disk of sightglass.data-dir has %,d bytes free, fewer than sightglass.queue.min-free-bytes %,d; make room there"
                .formatted(free, config.minFreeBytes()));
        var held = counts.read();
        items = held.undelivered();
        bytes = held.bytes();
        var pause = Duration.ofNanos(SHARE * (System.nanoTime() - start));
        nextLook = clock.instant().plus(pause.compareTo(LOOK_EVERY) > 0 ? pause : LOOK_EVERY);
    }

    private static Optional<Receipt> full(String reason) {
        return Optional.of(new Receipt.Full(reason, RETRY_AFTER));
    }
}
