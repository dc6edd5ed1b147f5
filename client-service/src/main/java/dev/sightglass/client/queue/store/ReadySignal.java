package dev.sightglass.client.queue.store;

/** Tells whoever waits for reports that some may have become ready. Thread-safe. */
public final class ReadySignal {

    private volatile Runnable listener = () -> {};

    /**
     * Whom to tell.
     *
     * @param next must not block
     */
    void tell(Runnable next) {
        listener = next;
    }

    /** Tells. */
    public void fire() {
        listener.run();
    }
}
