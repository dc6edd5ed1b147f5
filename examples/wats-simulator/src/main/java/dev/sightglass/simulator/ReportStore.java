package dev.sightglass.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports that arrived, by id. A second post of an id takes the first one's place, and is counted. */
final class ReportStore {

    private final ConcurrentMap<UUID, StoredReport> byId = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final LongAdder repeats = new LongAdder();
    private final long budget;

    ReportStore(long budget) {
        this.budget = budget;
    }

    StoredReport put(StoredReport.Content content) {
        var stored = byId.compute(content.header().id(), (id, before) -> next(id, before, content));
        if (stored.posts() > 1) {
            repeats.increment();
        }
        return stored;
    }

    Optional<StoredReport> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Stream<StoredReport> inOrder() {
        return List.copyOf(byId.values()).stream().sorted(Comparator.comparingLong(StoredReport::number));
    }

    long distinct() {
        return byId.size();
    }

    long repeats() {
        return repeats.sum();
    }

    long heldBytes() {
        return held.get();
    }

    void clear() {
        byId.keySet().forEach(id -> byId.computeIfPresent(id, (_, gone) -> {
            release(gone);
            return null;
        }));
        repeats.reset();
    }

    private StoredReport next(UUID id, @Nullable StoredReport before, StoredReport.Content content) {
        if (before != null) {
            release(before);
        }
        var number = before == null ? numbers.incrementAndGet() : before.number();
        var posts = before == null ? 1 : before.posts() + 1;
        return reserve(content.size())
            ? new StoredReport(id, number, posts, content)
            : new StoredReport(id, number, posts, content.header(), content.sha256());
    }

    private boolean reserve(int size) {
        if (held.addAndGet(size) <= budget) {
            return true;
        }
        held.addAndGet(-size);
        return false;
    }

    private void release(StoredReport report) {
        report.content().ifPresent(kept -> held.addAndGet(-kept.size()));
    }
}
