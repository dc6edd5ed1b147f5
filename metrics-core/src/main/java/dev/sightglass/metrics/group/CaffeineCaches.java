package dev.sightglass.metrics.group;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.concurrent.atomic.LongAdder;

/**
 * Watches Caffeine caches in one line. Needs {@code com.github.ben-manes.caffeine:caffeine} on the class path.
 *
 * @since 0.1.0
 */
public final class CaffeineCaches {
    private CaffeineCaches() {}

    /**
     * Builds a cache that is watched from its first entry on, with its evictions told by cause. It switches the
     * builder's statistics on and takes its eviction listener.
     *
     * @param metrics the group
     * @param name the cache's name
     * @param builder the cache's settings, without statistics and without eviction listener
     * @param <A> what the builder's settings demand of keys
     * @param <B> what the builder's settings demand of values
     * @param <K> the type of keys
     * @param <V> the type of values
     * @return the cache
     */
    public static <A, B, K extends A, V extends B> Cache<K, V> watched(CacheMetrics metrics, String name,
        Caffeine<A, B> builder) {
        Evictions evictions = new Evictions();
        Cache<K, V> cache = CaffeineCaches.<A, B, K, V>counting(builder, evictions).build();
        metrics.watch(name, new Numbers(cache, evictions));
        return cache;
    }

    /**
     * Builds a cache that loads what it lacks, watched in the same way.
     *
     * @param metrics the group
     * @param name the cache's name
     * @param builder the cache's settings, without statistics and without eviction listener
     * @param loader what is asked for an entry that is not there
     * @param <A> what the builder's settings demand of keys
     * @param <B> what the builder's settings demand of values
     * @param <K> the type of keys
     * @param <V> the type of values
     * @return the cache
     */
    public static <A, B, K extends A, V extends B> LoadingCache<K, V> watched(CacheMetrics metrics, String name,
        Caffeine<A, B> builder, CacheLoader<? super K, V> loader) {
        Evictions evictions = new Evictions();
        LoadingCache<K, V> cache = CaffeineCaches.<A, B, K, V>counting(builder, evictions).build(loader);
        metrics.watch(name, new Numbers(cache, evictions));
        return cache;
    }

    private static <A, B, K extends A, V extends B> Caffeine<K, V> counting(Caffeine<A, B> builder,
        Evictions evictions) {
        return builder.recordStats().<K, V>evictionListener((key, value, cause) -> evictions.count(cause));
    }

    /** What the cache has let go by itself; its own statistics know the sum only. */
    private record Evictions(LongAdder full, LongAdder expired, LongAdder collected) {
        Evictions() {
            this(new LongAdder(), new LongAdder(), new LongAdder());
        }

        void count(RemovalCause cause) {
            switch (cause) {
                case EXPIRED -> expired.increment();
                case COLLECTED -> collected.increment();
                case SIZE, EXPLICIT, REPLACED -> full.increment();
            }
        }

        long by(EvictionCause cause) {
            return switch (cause) {
                case SIZE -> full.sum();
                case EXPIRED -> expired.sum();
                case COLLECTED -> collected.sum();
            };
        }
    }

    private record Numbers(Cache<?, ?> cache, Evictions evicted) implements CacheNumbers {
        @Override
        public long hits() {
            return cache.stats().hitCount();
        }

        @Override
        public long misses() {
            return cache.stats().missCount();
        }

        @Override
        public long evictions(EvictionCause cause) {
            return evicted.by(cause);
        }

        @Override
        public long size() {
            return cache.estimatedSize();
        }

        @Override
        public long maxSize() {
            return cache.policy().eviction().map(Policy.Eviction::getMaximum).orElse(Long.MAX_VALUE);
        }
    }
}
