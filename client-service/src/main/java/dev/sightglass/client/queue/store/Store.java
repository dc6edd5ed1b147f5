package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.health.ProgressGroup;
import java.util.Optional;

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
     * @return one for each thread
     */
    ProgressGroup loops();

    /**
     * Whether a damaged store lies aside that nobody has taken away yet.
     *
     * @return where it is, in words; empty when there is none
     */
    default Optional<String> damage() {
        return Optional.empty();
    }

    /**
     * Forgets what is over and older or more than configured. Done by itself from time to time.
     *
     * @return how many sources were forgotten
     */
    long prune();

    /** Commits what waits, then closes. */
    @Override
    void close();
}
