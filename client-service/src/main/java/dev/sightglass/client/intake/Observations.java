package dev.sightglass.client.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that are being watched for quiet, each due for its next look at a known time. Bounded by whoever adds. Not thread-safe.
 */
final class Observations {

    /**
     * A file and what it looked like.
     *
     * @param dueNanos when to look again
     * @param detection when it was first seen, and its id
     */
    record Observation(Path file, FileState state, long dueNanos, Detection detection) {}

    // A writer may make an empty file long before it has something to say.
    private static final int EMPTY_FACTOR = 10;

    private final PriorityQueue<Observation> byDue =
        new PriorityQueue<>(Comparator.comparingLong(Observation::dueNanos));
    private final Set<Path> files = new HashSet<>();
    private final long quietNanos;

    Observations(Duration quiet) {
        this.quietNanos = quiet.toNanos();
    }

    boolean has(Path file) {
        return files.contains(file);
    }

    int size() {
        return files.size();
    }

    /** Watches a file that is ready when it looks the same after the quiet time. */
    void add(Path file, FileState state, long now, Detection detection) {
        var wait = state.size() == 0 ? quietNanos * EMPTY_FACTOR : quietNanos;
        files.add(file);
        byDue.add(new Observation(file, state, now + wait, detection));
    }

    /** Watches a file that needs no quiet. */
    void addReady(Path file, FileState state, long now, Detection detection) {
        files.add(file);
        byDue.add(new Observation(file, state, now, detection));
    }

    /** The next observation whose time has come; it is not watched any more. */
    @Nullable
    Observation poll(long now) {
        var next = byDue.peek();
        if (next == null || next.dueNanos() - now > 0) {
            return null;
        }
        byDue.remove();
        files.remove(next.file());
        return next;
    }

    /** How long until the next look. */
    long nanosToNext(long now, long atMost) {
        var next = byDue.peek();
        return next == null ? atMost : Math.clamp(next.dueNanos() - now, 0, atMost);
    }

    void clear() {
        byDue.clear();
        files.clear();
    }
}
