package dev.sightglass.metrics.group;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Map<EvictionCause, LongAdder> evictions = Stream.of(EvictionCause.values())
            .collect(Collectors.toUnmodifiableMap(cause -> cause, cause -> new LongAdder()));
        Cache<K, V> cache = builder.recordStats()
            .<K, V>evictionListener((key, value, cause) -> count(evictions, cause))
            .build();
        metrics.watch(name, new Numbers(cache, evictions));
        return cache;
    }

    private static void count(Map<EvictionCause, LongAdder> evictions, RemovalCause cause) {
        EvictionCause known = switch (cause) {
            case EXPIRED -> EvictionCause.EXPIRED;
            case COLLECTED -> EvictionCause.COLLECTED;
            case SIZE, EXPLICIT, REPLACED -> EvictionCause.SIZE;
        };
        LongAdder adder = evictions.get(known);
        if (adder != null) {
            adder.increment();
        }
    }

    private record Numbers(Cache<?, ?> cache, Map<EvictionCause, LongAdder> evicted) implements CacheNumbers {
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
            LongAdder adder = evicted.get(cause);
            return adder == null ? 0 : adder.sum();
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
