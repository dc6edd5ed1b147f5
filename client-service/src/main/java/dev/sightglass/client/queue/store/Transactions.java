package dev.sightglass.client.queue.store;

import java.util.concurrent.CompletableFuture;

/** Makes changes durable. Thread-safe. */
public interface Transactions {

    /**
     * Makes a change, perhaps in one transaction with others.
     *
     * @param <T> what the caller is told
     * @param change the change
     * @return completes after commit and sync, never on the thread that commits
     */
    <T> CompletableFuture<T> submit(Change<T> change);

    /**
     * Makes a change by which reports may become ready, and tells whoever waits for that.
     *
     * @param <T> what the caller is told
     * @param change the change
     * @return completes after commit and sync, never on the thread that commits
     */
    <T> CompletableFuture<T> submitAndWake(Change<T> change);
}
