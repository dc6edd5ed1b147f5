package dev.sightglass.metrics.group;

/**
 * What a queue's worker is doing.
 *
 * @since 0.1.0
 */
public enum WorkerState {
    /** Works on an item. */
    BUSY,
    /** Waits for an item. */
    IDLE
}
