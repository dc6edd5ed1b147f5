package dev.sightglass.client.intake;

import java.io.IOException;
import dev.sightglass.metrics.group.FolderHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lists a drop folder when it is time: after an event, and at fixed intervals in any case. Keeps listings of a large folder from eating the
 * time that they are to save. Not thread-safe.
 */
final class FolderScan implements AutoCloseable {

    /** Files that are watched at a time; the rest of a fuller folder waits, unseen, for its turn. */
    static final int WINDOW = 10_000;

    private static final long CLOSEST = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SHARE = 4;

    private final FolderPlan plan;
    private final Surroundings around;
    private final Observations observations;
    private final FileMemory memory;
    private final Detections detections;
    private final FolderHandle metrics;
    private final Set<Path> inFlight;
    private final Root root;
    private long nextNanos;
    private long earliestNanos;
    private int beyond;
    private String rootTrouble = "not listed yet";
    private @Nullable Instant lastScan;
    private Space space = Space.UNKNOWN;

    FolderScan(FolderPlan plan, Surroundings around, Observations observations, FileMemory memory,
        Detections detections, FolderHandle metrics, Set<Path> inFlight, Runnable wake) {
        this.plan = plan;
        this.around = around;
        this.observations = observations;
        this.memory = memory;
        this.detections = detections;
        this.metrics = metrics;
        this.inFlight = inFlight;
        this.root = new Root(plan, around.loops(), wake);
        this.nextNanos = around.nanos().getAsLong();
        this.earliestNanos = nextNanos;
    }

    /** Something may have happened: the next listing need not wait for the interval. */
    void hasten() {
        nextNanos = earliestNanos;
    }

    void runIfDue(long now) {
        if (nanosToNext(now) > 0) {
            return;
        }
        try {
            root.check();
            list(now);
            rootTrouble = "";
        } catch (IOException failed) {
            observations.clear();
            beyond = 0;
            rootTrouble = root.explain(failed);
        }
        var end = around.nanos().getAsLong();
        metrics.scanned(Duration.ofNanos(end - now));
        earliestNanos = end + Math.max(CLOSEST, (end - now) * SHARE);
        nextNanos = end + around.config().rescanInterval().toNanos();
    }

    private void list(long now) throws IOException {
        memory.beginListing();
        var found = new Listing(plan, root::watch, (file, state) -> isWanted(file, state, now))
            .list(WINDOW - observations.size());
        memory.forgetUnseen();
        lastScan = around.clock().instant();
        space = Space.of(plan.root());
        for (var candidate : found.oldest()) {
            var detection = detections.of(candidate.state().key(candidate.file()), lastScan);
            if (plan.doneFile() == null) {
                observations.add(candidate.file(), candidate.state(), now, detection);
            } else {
                observations.addReady(candidate.file(), candidate.state(), now, detection);
            }
        }
        beyond = found.wanted() - found.oldest().size();
    }

    private boolean isWanted(Path file, FileState state, long now) {
        // The memory is asked in any case: what it is not asked about it takes for gone.
        return !memory.restsAt(state.key(file), now) && !observations.has(file) && !inFlight.contains(file)
            && (plan.doneFile() == null || Files.exists(plan.doneFile().of(file)));
    }

    long nanosToNext(long now) {
        var next = beyond > 0 && observations.size() < WINDOW / 2 ? now : nextNanos;
        return Math.max(0, next - now);
    }

    String rootTrouble() {
        return rootTrouble;
    }

    int pending() {
        return observations.size() + beyond;
    }

    Space space() {
        return space;
    }

    @Nullable
    Instant lastScan() {
        return lastScan;
    }

    @Override
    public void close() {
        root.close();
    }
}
