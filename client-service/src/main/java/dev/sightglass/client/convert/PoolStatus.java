package dev.sightglass.client.convert;

/**
 * A picture of the conversion pool.
 *
 * @param waiting sources that wait for a place
 * @param active places that are taken
 * @param concurrency places in all
 * @param stuck threads that went on after their time was over and were given up
 */
public record PoolStatus(int waiting, int active, int concurrency, int stuck) {}
