package dev.sightglass.client.intake;

import dev.sightglass.health.ProgressGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All drop folders, each on a thread of its own. {@link #start} and {@link #close} are called once each. */
public final class DropFolders implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(DropFolders.class);
    private static final Duration EXTRA = Duration.ofSeconds(1);

    private final List<DropFolder> folders;
    private final List<FolderStatus> unusable;
    private final ProgressGroup loops;
    private final List<Thread> threads = new ArrayList<>();
    private final Duration stopTimeout;
    private final LongSupplier nanos;

    DropFolders(FolderPlans plans, Surroundings around) {
        this.unusable = plans.unusable();
        this.loops = around.loops();
        this.folders = plans.usable().stream().map(plan -> new DropFolder(plan, around)).toList();
        this.stopTimeout = around.config().stopTimeout();
        this.nanos = around.nanos();
    }

    /** Begins to take files. */
    public void start() {
        unusable.forEach(status -> logger.error("folder {}: takes no files: {}", status.name(), status.reason()));
        for (var folder : folders) {
            threads.add(Thread.ofPlatform().daemon().name("folder-" + folder.name()).start(folder.loop()));
        }
    }

    /** The pulses of all threads, for liveness. */
    ProgressGroup loops() {
        return loops;
    }

    /**
     * A picture of every folder.
     *
     * @return those that could not be used at all last
     */
    public List<FolderStatus> statuses() {
        return Stream.concat(folders.stream().map(DropFolder::status), unusable.stream()).toList();
    }

    /**
     * Why a file is where it is.
     *
     * @param file its path
     * @return what becomes of it now, in a sentence for people
     */
    public String explain(Path file) {
        return new FileExplanation(folders).of(file);
    }

    /**
     * The first look at every folder, of which a hanging one takes no end.
     *
     * @return completes when each folder has been listed once, or could not be
     */
    public CompletableFuture<Void> firstScan() {
        return CompletableFuture.allOf(folders.stream().map(DropFolder::firstScan).toArray(CompletableFuture[]::new));
    }

    /**
     * Stops taking files, waits a bounded time for those under way, and returns. Call it before the conversion pool is closed.
     */
    @Override
    public void close() {
        folders.forEach(DropFolder::close);
        var end = nanos.getAsLong() + stopTimeout.plus(EXTRA).toNanos();
        for (var thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - nanos.getAsLong())));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
            if (thread.isAlive()) {
                logger.warn("{} does not end; its files stay where they are", thread.getName());
                thread.interrupt();
            }
        }
    }
}
