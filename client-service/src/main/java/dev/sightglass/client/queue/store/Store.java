package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.health.ProgressGroup;
import java.time.Duration;

/** An open store and what it holds. */
public interface Store extends AutoCloseable {

    /**
     * The queue in this store.
     *
     * @return the queue
     */
    ReportQueue queue();

    /**
     * What operators can do with it.
     *
     * @return the acts
     */
    QueueOperations operations();

    /**
     * The journeys of what passed through it.
     *
     * @return the journeys
     */
    Journeys journeys();

    /**
     * The proof that nothing is lost.
     *
     * @return the ledger
     */
    Ledger ledger();

    /**
     * Writes something and reads it back.
     *
     * @return whether what was read is what was written
     */
    boolean writesAndReadsBack();

    /**
     * The pulses of its own threads, for liveness.
     *
     * @return empty unless it has any
     */
    default ProgressGroup loops() {
        return new ProgressGroup("queue-loops", Duration.ofMinutes(1));
    }

    /** Commits what waits, then closes. */
    @Override
    void close();
}
