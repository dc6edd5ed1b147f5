package dev.sightglass.client.queue.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds the store, owned by one process at a time. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataDirectory open(Path path) {
        try {
            create(path.toAbsolutePath());
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new IllegalStateException(
                    "sightglass.data-dir: must belong to one process. Found: " + path.toAbsolutePath()
                        + " in use by another; stop that one or give this one its own data-dir");
            }
            return new DataDirectory(path, channel);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                "sightglass.data-dir: must be a folder that we can write. Found: " + path.toAbsolutePath() + " ("
                    + unusable + ")",
                unusable);
        }
    }

    /** Syncs the folder that holds a new one: otherwise a loss of power takes the new one's name, and with it all that was stored in it. */
    private static void create(Path path) throws IOException {
        var parent = path.getParent();
        if (parent == null || Files.isDirectory(path)) {
            return;
        }
        create(parent);
        Files.createDirectories(path);
        try (var folder = FileChannel.open(parent, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            // Windows: there a folder's entries are the file system's own affair.
        }
    }

    /** Says whether a process could have the folder; makes and changes nothing. */
    static String tryOut(Path path) {
        var nearest = path.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw new IllegalStateException("sightglass.data-dir: must be a folder that we can write. Found: " + path
                + ", and " + nearest + " is not");
        }
        return Files.isRegularFile(path.resolve("lock")) && isInUse(path.resolve("lock"))
            ? "a service runs on " + path.toAbsolutePath()
            : path.toAbsolutePath() + " can be used";
    }

    private static boolean isInUse(Path lock) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !isOurs(channel);
        } catch (IOException unusable) {
            throw new UncheckedIOException("sightglass.data-dir: cannot be used: " + unusable, unusable);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            @Nullable
            Object granted = channel.tryLock();
            return granted != null;
        } catch (OverlappingFileLockException _) {
            return false; // held elsewhere in this very process
        }
    }

    Path path() {
        return path;
    }

    long usableBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot read the free space of " + path.toAbsolutePath(), unusable);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot release the lock of " + path.toAbsolutePath(), failed);
        }
    }
}
