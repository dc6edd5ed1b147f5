package dev.sightglass.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The values that one label of one metric has admitted. Reserved values stay for ever; the others share a limited number
 * of places. Reading is lock-free, changing happens under the lock of the {@link SeriesTable}.
 */
final class LabelSlots {
    /** A retired value keeps its series, so that a counter continues where it was; this bounds what that may cost. */
    private static final int RETIRED_PER_PLACE = 4;

    private final Set<String> admitted = ConcurrentHashMap.newKeySet();
    private final Set<String> reserved = ConcurrentHashMap.newKeySet();
    private final Set<String> retired = new HashSet<>();
    private final Map<String, Long> lastUsed = new HashMap<>();
    private final int limit;
    private final Runnable onOverflow;
    private final AtomicInteger taken = new AtomicInteger();

    LabelSlots(LabelBound bound, Runnable onOverflow) {
        this.limit = bound instanceof LabelBound.Open open ? open.limit() : 0;
        this.onOverflow = onOverflow;
        bound.known().forEach(this::reserve);
    }

    void reserve(String value) {
        if (reserved.add(value) && !admitted.add(value)) {
            taken.decrementAndGet();
        }
        retired.remove(value);
    }

    boolean isAdmitted(String value) {
        return admitted.contains(value) || value.equals(LabelBound.OTHER);
    }

    boolean hasPlace() {
        return taken.get() < limit;
    }

    boolean isOpen() {
        return limit > 0;
    }

    void admit(String value, long now) {
        if (admitted.add(value)) {
            taken.incrementAndGet();
            lastUsed.put(value, now);
            retired.remove(value);
        }
    }

    void overflow() {
        onOverflow.run();
    }

    boolean canRetireMore() {
        return retired.size() < (long) limit * RETIRED_PER_PLACE;
    }

    void markUsed(String value, long now) {
        lastUsed.replace(value, now);
    }

    /** Gives up the place of the value that has been idle longest, if any has been idle since {@code deadline}. */
    @Nullable
    String retireIdle(long deadline) {
        String oldest = null;
        long oldestUse = deadline;
        for (Map.Entry<String, Long> entry : lastUsed.entrySet()) {
            if (!reserved.contains(entry.getKey()) && entry.getValue() - oldestUse < 0) {
                oldest = entry.getKey();
                oldestUse = entry.getValue();
            }
        }
        if (oldest != null) {
            admitted.remove(oldest);
            lastUsed.remove(oldest);
            retired.add(oldest);
            taken.decrementAndGet();
        }
        return oldest;
    }
}
