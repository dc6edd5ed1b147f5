package dev.sightglass.metrics.track;

/**
 * How a call ended.
 *
 * @since 0.1.0
 */
public enum Outcome {
    /** It did what it should. */
    SUCCESS,
    /** It failed. */
    ERROR,
    /** The caller gave up, which is nobody's failure. */
    CANCELLED
}
