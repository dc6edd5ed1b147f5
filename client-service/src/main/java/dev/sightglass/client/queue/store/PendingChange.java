package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.QueueException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A change, and whoever waits for it. Callers are never told on the thread that writes: what they do next must not hold up the next commit.
 *
 * @param <T> what the caller is told
 */
public final class PendingChange<T> {

    private final Change<T> change;
    private final boolean wakes;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Runnable announcement = () -> {};

    /**
     * A change that is not made yet.
     *
     * @param change the change
     * @param wakes whether reports may become ready by it
     */
    public PendingChange(Change<T> change, boolean wakes) {
        this.change = change;
        this.wakes = wakes;
    }

    /**
     * Whether reports may become ready by it.
     *
     * @return whether whoever waits for reports is to be told
     */
    public boolean wakes() {
        return wakes;
    }

    /**
     * What the caller holds.
     *
     * @return completes after {@link #announce()} or {@link #fail(Throwable)}
     */
    public CompletableFuture<T> result() {
        return result;
    }

    /**
     * Makes the change in the transaction that is open; perhaps again, when that was rolled back.
     *
     * @param store its statements
     * @param now the time of its rows
     */
    public void make(Statements store, long now) {
        T made = change.apply(store, now);
        announcement = () -> result.completeAsync(() -> made, Thread::startVirtualThread);
    }

    /** Tells the caller that it is durable. */
    public void announce() {
        announcement.run();
    }

    /**
     * Tells the caller that it was not made.
     *
     * @param failed why
     */
    public void fail(Throwable failed) {
        var reason = Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        var told = new QueueException("the queue could not store the change: " + reason, failed);
        Thread.startVirtualThread(() -> result.completeExceptionally(told));
    }
}
