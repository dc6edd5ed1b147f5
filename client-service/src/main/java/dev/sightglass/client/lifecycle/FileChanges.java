package dev.sightglass.client.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file again and again and tells when its content has changed. By looking and not by events: a configuration that is mounted
 * changes by a link behind the link, of which no event tells.
 */
final class FileChanges implements AutoCloseable {

    private final @Nullable Path file;
    private final Duration interval;
    private final Runnable changed;
    private final Thread thread;
    private byte[] known;

    /** What is known of the file is what was read before anything was made from it: a change that comes right after is one too. */
    FileChanges(Optional<Path> file, byte[] known, Duration interval, Runnable changed) {
        this.file = file.orElse(null);
        this.known = known;
        this.interval = interval;
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("config-reload").unstarted(this::watch);
    }

    void start() {
        if (file != null && interval.isPositive()) {
            thread.start();
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(interval);
                byte[] now = file == null ? known : content(file);
                if (!Arrays.equals(known, now)) {
                    known = now;
                    changed.run();
                }
            }
        } catch (InterruptedException _) {
            // by close()
        }
    }

    /** A file that is missing or unreadable has a content too: none. */
    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
