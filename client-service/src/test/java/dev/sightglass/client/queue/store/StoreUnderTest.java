package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.QueueConfig;
import java.time.Duration;
import java.time.Instant;

/** How the suites get at one kind of store: empty when it is made, and with a time that they can move. */
public interface StoreUnderTest extends AutoCloseable {

    /** Opens the store, or opens it again on what it holds. */
    Store open(QueueConfig config, HistoryConfig history);

    /** The store's own time. */
    Instant now();

    void advance(Duration by);

    /** Removes what the store holds. */
    @Override
    void close();
}
