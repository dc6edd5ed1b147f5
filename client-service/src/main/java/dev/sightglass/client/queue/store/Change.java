package dev.sightglass.client.queue.store;

/**
 * One change of the store: all of it happens, or none.
 *
 * @param <T> what its caller is told once it is durable
 */
@FunctionalInterface
public interface Change<T> {

    /**
     * Makes the change within a transaction.
     *
     * @param store the transaction's statements
     * @param now the store's time in milliseconds since 1970
     * @return what to tell the caller
     */
    T apply(Statements store, long now);
}
