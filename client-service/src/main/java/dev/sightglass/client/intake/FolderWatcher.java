package dev.sightglass.client.intake;

import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes a folder up when something happens in it. What happened is not asked: a listing finds out, and so an event that overflowed, came
 * twice or not at all changes nothing but the delay.
 */
final class FolderWatcher implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(FolderWatcher.class);

    private final String name;
    private final Progress progress;
    private final WatchService service;
    private final Runnable wake;
    private final Map<Path, WatchKey> keys = new ConcurrentHashMap<>();
    private boolean warned;

    FolderWatcher(String name, WatchService service, ProgressGroup loops, Runnable wake) {
        this.name = name;
        this.progress = loops.loop("watch-" + name);
        this.service = service;
        this.wake = wake;
    }

    void start() {
        Thread.ofVirtual().name("watch-" + name).start(progress.watching(this::run));
    }

    /** Watches a folder unless it is watched already. */
    void watch(Path folder) {
        var known = keys.get(folder);
        if (known != null && known.isValid()) {
            return;
        }
        try {
            keys.put(folder, folder.register(service, StandardWatchEventKinds.ENTRY_CREATE));
        } catch (IOException impossible) {
            if (!warned) {
                warned = true;
                logger.warn("folder {}: no events for {} ({}); rescans find its files", name, folder,
                    impossible.toString());
            }
        }
    }

    private void run() {
        try {
            while (true) {
                progress.idle("waits for something to happen in the folder");
                var key = service.take();
                report(key.pollEvents());
                if (!key.reset()) {
                    keys.values().remove(key);
                }
                wake.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            logger.debug("folder {}: no longer watched", name);
        }
    }

    private void report(List<WatchEvent<?>> events) {
        if (events.stream().anyMatch(event -> event.kind().equals(StandardWatchEventKinds.OVERFLOW))) {
            logger.debug("folder {}: more events than the system can hold; a listing finds the files", name);
        }
    }

    @Override
    public void close() {
        progress.mayEnd();
        try {
            service.close();
        } catch (IOException failed) {
            logger.debug("folder {}: the watcher could not be closed", name, failed);
        }
    }
}
