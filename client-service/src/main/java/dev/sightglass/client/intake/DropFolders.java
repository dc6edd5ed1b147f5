package dev.sightglass.client.intake;

import dev.sightglass.health.ProgressGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All drop folders, each on a thread of its own. {@link #start} and {@link #close} are called once each. Thread-safe. */
public final class DropFolders implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(DropFolders.class);
    private static final Duration EXTRA = Duration.ofSeconds(1);

    private final Surroundings around;
    private final Function<List<FolderConfig>, FolderPlans> planner;
    private volatile FolderPlans plans;
    private volatile List<Served> folders;
    private boolean started;
    private boolean closed;

    DropFolders(List<FolderConfig> configs, Function<List<FolderConfig>, FolderPlans> planner, Surroundings around) {
        this.around = around;
        this.planner = planner;
        this.plans = planner.apply(configs);
        this.folders = plans.usable().stream().map(this::served).toList();
    }

    /** A folder and the thread that serves it. */
    private record Served(FolderPlan plan, DropFolder folder, Thread thread) {}

    private Served served(FolderPlan plan) {
        var folder = new DropFolder(plan, around);
        return new Served(plan, folder,
            Thread.ofPlatform().daemon().name("folder-" + plan.name()).unstarted(folder.loop()));
    }

    /** Begins to take files. */
    public synchronized void start() {
        started = true;
        tellUnusable();
        folders.forEach(served -> served.thread().start());
    }

    private void tellUnusable() {
        plans.unusable()
            .forEach(status -> logger.error("folder {}: takes no files: {}", status.name(), status.reason()));
    }

    /**
     * Looks up and checks other folders, and changes nothing yet.
     *
     * @param configs all folders that there are to be
     * @return puts them in force: what is the same goes on undisturbed; what is gone or changed finishes what it has under way first
     * @throws IllegalArgumentException when the configuration is wrong; names folder, key, value and remedy
     */
    public Runnable prepare(List<FolderConfig> configs) {
        var next = planner.apply(configs);
        return () -> use(next);
    }

    private synchronized void use(FolderPlans next) {
        if (closed || !started || next.configs().equals(plans.configs())) {
            return;
        }
        var kept = folders.stream().filter(served -> next.holds(served.plan(), plans)).toList();
        var ended = folders.stream().filter(served -> !kept.contains(served)).toList();
        end(ended);
        ended.forEach(served -> served.folder().forget());
        var fresh = next.usable().stream()
            .filter(plan -> kept.stream().noneMatch(served -> served.plan().name().equals(plan.name())))
            .map(this::served).toList();
        plans = next;
        folders = Stream.concat(kept.stream(), fresh.stream()).toList();
        tellUnusable();
        fresh.forEach(served -> served.thread().start());
    }

    /**
     * A picture of every folder.
     *
     * @return those that could not be used at all last
     */
    public List<FolderStatus> statuses() {
        return Stream.concat(folders.stream().map(served -> served.folder().status()), plans.unusable().stream())
            .toList();
    }

    /** The pulses of all threads, for liveness. */
    ProgressGroup loops() {
        return around.loops();
    }

    /**
     * Why a file is where it is.
     *
     * @param file its path
     * @return what becomes of it now, in a sentence for people
     */
    public String explain(Path file) {
        return new FileExplanation(folders.stream().map(Served::folder).toList()).of(file);
    }

    /**
     * The first look at every folder, of which a hanging one takes no end.
     *
     * @return completes when each folder has been listed once, or could not be
     */
    public CompletableFuture<Void> firstScan() {
        return CompletableFuture
            .allOf(folders.stream().map(served -> served.folder().firstScan()).toArray(CompletableFuture[]::new));
    }

    /**
     * Stops taking files, waits a bounded time for those under way, and returns. Call it before the conversion pool is closed.
     */
    @Override
    public synchronized void close() {
        closed = true;
        if (started) {
            end(folders);
        }
    }

    private void end(List<Served> ended) {
        ended.forEach(served -> served.folder().close());
        var end = around.nanos().getAsLong() + around.config().stopTimeout().plus(EXTRA).toNanos();
        for (var thread : ended.stream().map(Served::thread).toList()) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, end - around.nanos().getAsLong())));
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
