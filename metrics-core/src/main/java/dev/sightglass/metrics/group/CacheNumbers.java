package dev.sightglass.metrics.group;

/**
 * What a cache knows about itself. Implementations are asked on the scraping thread and answer from memory.
 *
 * @since 0.1.0
 */
public interface CacheNumbers {
    /**
     * Look-ups that found an entry, since the start.
     *
     * @return a number that never falls
     */
    long hits();

    /**
     * Look-ups that found no entry, since the start.
     *
     * @return a number that never falls
     */
    long misses();

    /**
     * Entries that the cache let go by itself, since the start.
     *
     * @param cause why
     * @return a number that never falls
     */
    long evictions(EvictionCause cause);

    /**
     * Entries now.
     *
     * @return the size
     */
    long size();

    /**
     * Most entries that the cache holds.
     *
     * @return the bound
     */
    long maxSize();
}
