package dev.sightglass.metrics.group;

/**
 * What a queue knows about itself, read when a scrape asks. The methods are called on the scraping thread, one after the
 * other; an implementation over a database remembers its answers for a moment rather than asking eight times.
 *
 * @since 0.1.0
 */
public interface QueueGauges {
    /**
     * Items that wait.
     *
     * @return the depth
     */
    long depth();

    /**
     * Items that a worker holds.
     *
     * @return the number
     */
    long inFlight();

    /**
     * Items that were judged hopeless and wait for a person.
     *
     * @return the number
     */
    long deadLetters();

    /**
     * The age of the oldest item that waits.
     *
     * @return seconds; 0 when nothing waits
     */
    double oldestItemAgeSeconds();

    /**
     * Most items that the queue takes.
     *
     * @return the capacity
     */
    long capacity();

    /**
     * Workers in a state.
     *
     * @param state the state
     * @return the number
     */
    long workers(WorkerState state);

    /**
     * Most workers that may run at once.
     *
     * @return the number
     */
    long workersMax();
}
