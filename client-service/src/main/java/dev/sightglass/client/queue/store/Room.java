package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether the queue may take more. Looks at the store and the disk once a second: the limits are there to stop in time, not to the byte.
 */
final class Room {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ReportQueue queue;
    private final DataDirectory directory;
    private final QueueConfig config;
    private final InstantSource clock;
    private Instant nextLook = Instant.MIN;
    private Optional<Receipt> refusal = Optional.empty();

    Room(ReportQueue queue, DataDirectory directory, QueueConfig config, InstantSource clock) {
        this.queue = queue;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
    }

    synchronized Optional<Receipt> refusal() {
        var now = clock.instant();
        if (!now.isBefore(nextLook)) {
            refusal = look();
            nextLook = now.plus(LOOK_EVERY);
        }
        return refusal;
    }

    private Optional<Receipt> look() {
        long free = directory.usableBytes();
        if (free < config.minFreeBytes()) {
            return full(
                "the disk of sightglass.data-dir has %,d bytes free, fewer than sightglass.queue.min-free-bytes %,d; make room there"
                    .formatted(free, config.minFreeBytes()));
        }
        var counts = queue.counts();
        if (counts.undelivered() >= config.maxItems()) {
            return full("the queue holds %,d reports, sightglass.queue.max-items; see why the server does not take them"
                .formatted(counts.undelivered()));
        }
        if (counts.bytes() >= config.maxBytes()) {
            return full(
                "the queue holds %,d bytes, sightglass.queue.max-bytes is %,d; see why the server does not take them"
                    .formatted(counts.bytes(), config.maxBytes()));
        }
        return Optional.empty();
    }

    private static Optional<Receipt> full(String reason) {
        return Optional.of(new Receipt.Full(reason, RETRY_AFTER));
    }
}
