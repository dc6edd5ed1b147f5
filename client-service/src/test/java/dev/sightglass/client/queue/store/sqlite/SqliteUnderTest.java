package dev.sightglass.client.queue.store.sqlite;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.Store;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.client.queue.store.StoreUnderTest;
import dev.sightglass.client.testing.ManualClock;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.QueueMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** SQLite in a folder of its own. */
final class SqliteUnderTest implements StoreUnderTest {

    static final QueueMetrics METRICS = new QueueMetrics(MetricsCollector.disabled(), "upload");

    private final ManualClock clock = new ManualClock();
    private final Path dataDir;

    SqliteUnderTest() {
        try {
            dataDir = Files.createTempDirectory("sightglass-store-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Store open(QueueConfig config, HistoryConfig history) {
        return SqliteStore.open(dataDir, new StoreSetup(config, history, METRICS, clock));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public void close() {
        try (var files = Files.walk(dataDir)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
