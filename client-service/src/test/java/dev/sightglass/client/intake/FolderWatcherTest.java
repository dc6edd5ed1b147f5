package dev.sightglass.client.intake;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.health.ProgressGroup;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.Watchable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatcherTest {

    private final Semaphore wakes = new Semaphore(0);
    private final ProgressGroup loops = new ProgressGroup("intake-loops", Duration.ofMinutes(1));

    @Test
    void wakesTheFolderWhenEventsOverflow() throws Exception {
        var service = new ScriptedService();
        try (var watcher = new FolderWatcher("in", service, loops, wakes::release)) {
            watcher.start();
            service.keys.add(new OverflowKey());
            assertThat(wakes.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void wakesTheFolderWhenAFileComes(@TempDir Path temp) throws Exception {
        try (var watcher = new FolderWatcher("in", FileSystems.getDefault().newWatchService(), loops, wakes::release)) {
            watcher.start();
            watcher.watch(temp);
            Files.createFile(temp.resolve("a.txt"));
            assertThat(wakes.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void goesWithoutEventsWhereThereAreNone(@TempDir Path temp) throws Exception {
        try (var watcher = new FolderWatcher("in", FileSystems.getDefault().newWatchService(), loops, wakes::release)) {
            watcher.start();
            watcher.watch(temp.resolve("missing"));
            watcher.watch(temp);
            Files.createFile(temp.resolve("a.txt"));
            await().until(() -> wakes.availablePermits() > 0);
        }
    }

    private static final class ScriptedService implements WatchService {

        private final LinkedBlockingQueue<WatchKey> keys = new LinkedBlockingQueue<>();

        @Override
        public WatchKey take() throws InterruptedException {
            return keys.take();
        }

        @Override
        public @Nullable WatchKey poll() {
            return keys.poll();
        }

        @Override
        public @Nullable WatchKey poll(long timeout, TimeUnit unit) throws InterruptedException {
            return keys.poll(timeout, unit);
        }

        @Override
        public void close() throws IOException {
            // nothing is held
        }
    }

    private static final class OverflowKey implements WatchKey {

        @Override
        public List<WatchEvent<?>> pollEvents() {
            return List.of(new Overflow());
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public boolean reset() {
            return true;
        }

        @Override
        public void cancel() {
            // nothing is registered
        }

        @Override
        public Watchable watchable() {
            return Path.of("in");
        }
    }

    private static final class Overflow implements WatchEvent<Object> {

        @Override
        public Kind<Object> kind() {
            return StandardWatchEventKinds.OVERFLOW;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public @Nullable Object context() {
            return null;
        }
    }
}
