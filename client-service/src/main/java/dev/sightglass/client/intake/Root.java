package dev.sightglass.client.intake;

import dev.sightglass.health.ProgressGroup;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drop folder itself: made at the start, watched, and watched anew when it was replaced. Not thread-safe. */
final class Root implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Root.class);

    private final FolderPlan plan;
    private final ProgressGroup loops;
    private final Runnable wake;
    private boolean madeOnce;
    private @Nullable Object key;
    private @Nullable FolderWatcher watcher;

    Root(FolderPlan plan, ProgressGroup loops, Runnable wake) {
        this.plan = plan;
        this.loops = loops;
        this.wake = wake;
    }

    /**
     * Makes sure that the folder can be used.
     *
     * @throws IOException when it cannot; {@link #explain} has the remedy
     */
    void check() throws IOException {
        if (!madeOnce && Files.notExists(plan.root())) {
            // Only this level: a missing parent is more likely a share that is not mounted, or a slip of the pen.
            Files.createDirectory(plan.root());
            logger.info("folder {}: made the folder {}", plan.name(), plan.root());
        }
        var attributes = Files.readAttributes(plan.root(), BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(plan.root().toString());
        }
        if (plan.afterSuccess() != AfterSuccess.KEEP && !Files.isWritable(plan.root())) {
            throw new AccessDeniedException(plan.root().toString(), null, "files cannot leave it");
        }
        madeOnce = true;
        if (watcher == null || !Objects.equals(key, attributes.fileKey())) {
            key = attributes.fileKey();
            openWatcher();
        }
    }

    private void openWatcher() {
        close();
        if (plan.watch() == WatchMode.EVENTS) {
            try {
                watcher = new FolderWatcher(plan.name(), FileSystems.getDefault().newWatchService(), loops,
                    wake);
                watcher.start();
            } catch (IOException | UnsupportedOperationException impossible) {
                logger.warn("folder {}: no file system events ({}); rescans find its files", plan.name(),
                    impossible.toString());
            }
        }
    }

    /** Watches a folder before it is listed, so that what comes after the listing is told. */
    void watch(Path folder) {
        if (watcher != null) {
            watcher.watch(folder);
        }
    }

    String explain(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> plan.root()
                + " is missing. Make it, mount it, or correct the path of this folder in sightglass.folders";
            case NotDirectoryException _ -> plan.root() + " is not a folder. Correct its path in sightglass.folders";
            case AccessDeniedException denied -> plan.root()
                + " cannot be used: permission denied. Give the service's user the rights to read and write it. "
                + Objects.requireNonNullElse(denied.getReason(), "");
            default -> plan.root() + " cannot be listed: " + failed;
        };
    }

    @Override
    public void close() {
        if (watcher != null) {
            watcher.close();
            watcher = null;
        }
    }
}
