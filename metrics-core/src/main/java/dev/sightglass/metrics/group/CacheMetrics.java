package dev.sightglass.metrics.group;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;

/**
 * Caches: what was found, what was not, what was thrown out. All numbers are read from the cache when a scrape asks, so a
 * cache pays nothing for being watched. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class CacheMetrics {
    private static final Label CACHE = Label.open("cache", 50);

    /** Look-ups that found an entry. */
    public static final CounterDeclaration HITS = CounterDeclaration.of("cache_hits",
        "Look-ups in a cache that found an entry.", CACHE);
    /** Look-ups that found none. */
    public static final CounterDeclaration MISSES = CounterDeclaration.of("cache_misses",
        "Look-ups in a cache that found no entry.", CACHE);
    /** Entries thrown out. */
    public static final CounterDeclaration EVICTIONS = CounterDeclaration.of("cache_evictions",
        "Entries that a cache let go by itself, by cause.", CACHE, Label.ofEnum("cause", EvictionCause.class));
    /** Entries now. */
    public static final GaugeDeclaration SIZE = GaugeDeclaration.of("cache_size", "Entries in a cache.", CACHE);
    /** Most entries. */
    public static final GaugeDeclaration MAX_SIZE = GaugeDeclaration.of("cache_max_size",
        "Most entries that a cache holds.", CACHE);
    /** Share of look-ups that found an entry. */
    public static final GaugeDeclaration HIT_RATIO = GaugeDeclaration
        .of("cache_hit", "Share of look-ups since the start that found an entry; NaN before the first look-up.", CACHE)
        .in(MetricUnit.RATIO);

    private final CounterMetric hits;
    private final CounterMetric misses;
    private final CounterMetric evictions;
    private final GaugeMetric size;
    private final GaugeMetric maxSize;
    private final GaugeMetric hitRatio;

    /**
     * Registers the group.
     *
     * @param collector where
     */
    public CacheMetrics(MetricsCollector collector) {
        hits = collector.counter(HITS);
        misses = collector.counter(MISSES);
        evictions = collector.counter(EVICTIONS);
        size = collector.gauge(SIZE);
        maxSize = collector.gauge(MAX_SIZE);
        hitRatio = collector.gauge(HIT_RATIO);
    }

    /**
     * Watches a cache. A cache watched before under the same name is replaced.
     *
     * @param name the cache's name
     * @param cache where its numbers are read
     */
    public void watch(String name, CacheNumbers cache) {
        hits.observe(cache::hits, name);
        misses.observe(cache::misses, name);
        for (EvictionCause cause : EvictionCause.values()) {
            evictions.observe(() -> cache.evictions(cause), name, LabelValue.of(cause));
        }
        size.observe(cache::size, name);
        maxSize.observe(cache::maxSize, name);
        hitRatio.observe(() -> ratio(cache.hits(), cache.misses()), name);
    }

    private static double ratio(long hits, long misses) {
        return (double) hits / (hits + misses);
    }
}
