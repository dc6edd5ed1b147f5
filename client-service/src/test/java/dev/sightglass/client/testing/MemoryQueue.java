package dev.sightglass.client.testing;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.QueueException;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.report.CompletedReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What intake needs of a queue, with faults on demand; remembers everything in the order of arrival. */
public final class MemoryQueue implements ReportQueue {

    public enum Mode {
        TAKING, FULL, FAILING
    }

    private final List<Origin> accepted = new ArrayList<>();
    private final List<Origin> duplicates = new ArrayList<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Map<String, String> firstByHash = new HashMap<>();
    private final List<CompletedReport> reports = new ArrayList<>();
    private Mode mode = Mode.TAKING;

    public synchronized void mode(Mode next) {
        mode = next;
    }

    public synchronized List<Origin> accepted() {
        return List.copyOf(accepted);
    }

    public synchronized List<Origin> duplicates() {
        return List.copyOf(duplicates);
    }

    /** Reasons by the last element of the source's name. */
    public synchronized Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    public synchronized List<String> serialNumbers() {
        return reports.stream().map(CompletedReport::serialNumber).toList();
    }

    @Override
    public synchronized CompletableFuture<Receipt> accept(Origin origin, List<CompletedReport> brought, int priority) {
        return switch (mode) {
            case FULL ->
                CompletableFuture.completedFuture(new Receipt.Full("the queue is full", Duration.ofMillis(50)));
            case FAILING -> CompletableFuture
                .failedFuture(new QueueException("the store cannot be written", new IOException("no space")));
            case TAKING -> CompletableFuture.completedFuture(take(origin, brought));
        };
    }

    private Receipt take(Origin origin, List<CompletedReport> brought) {
        var first = firstByHash.putIfAbsent(origin.sha256(), origin.correlationId());
        if (first != null) {
            duplicates.add(origin);
            return new Receipt.Duplicate(first);
        }
        accepted.add(origin);
        reports.addAll(brought);
        return new Receipt.Stored(brought.size());
    }

    @Override
    public synchronized CompletableFuture<Void> refuse(Origin origin, String reason) {
        if (mode == Mode.FAILING) {
            return CompletableFuture
                .failedFuture(new QueueException("the store cannot be written", new IOException("no space")));
        }
        refused.put(origin.name().substring(origin.name().lastIndexOf('/') + 1), reason);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<LeasedReport>> claim(int max, Duration lease) {
        throw new UnsupportedOperationException("intake does not claim");
    }

    @Override
    public CompletableFuture<Void> renew(Collection<LeasedReport> leased, Duration lease) {
        throw new UnsupportedOperationException("intake does not renew");
    }

    @Override
    public CompletableFuture<Boolean> settle(LeasedReport report, Settlement settlement) {
        throw new UnsupportedOperationException("intake does not settle");
    }

    @Override
    public QueueCounts counts() {
        throw new UnsupportedOperationException("intake does not count");
    }

    @Override
    public void onReady(Runnable signal) {
        throw new UnsupportedOperationException("intake does not listen");
    }
}
