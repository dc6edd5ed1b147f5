package dev.sightglass.metrics.group;

/**
 * Why a cache let an entry go.
 *
 * @since 0.1.0
 */
public enum EvictionCause {
    /** The cache was full. */
    SIZE,
    /** The entry was too old. */
    EXPIRED,
    /** The garbage collector took it. */
    COLLECTED
}
