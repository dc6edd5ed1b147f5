package dev.sightglass.client.wats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.sightglass.metrics.group.CacheMetrics;
import dev.sightglass.metrics.group.CaffeineCaches;
import java.util.Optional;

/** Answers to look-ups, kept for a while. Thread-safe. */
final class ResponseCache {

    private final Cache<Key, Answer.Answered> answers;

    ResponseCache(CacheConfig config, CacheMetrics metrics, Ticker ticker) {
        var settings =
            Caffeine.newBuilder().expireAfterWrite(config.ttl()).maximumSize(config.enabled() ? config.maxSize() : 0)
                .ticker(ticker).executor(Runnable::run);
        this.answers = CaffeineCaches.watched(metrics, "wats", settings);
    }

    /**
     * What makes two look-ups the same.
     *
     * @param account whose token asked: another one may not see the same
     * @param resource the path
     * @param query with its question mark, or empty
     */
    record Key(String account, String resource, String query) {

        /** Leaves the account out: it is the token. */
        @Override
        public String toString() {
            return resource + query;
        }
    }

    Optional<Answer.Answered> find(Key key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    void keep(Key key, Answer.Answered answer) {
        answers.put(key, answer);
    }

    /** After a write, for the resource that was written; what merely has a similar path stays. */
    void forget(String resource) {
        answers.asMap().keySet()
            .removeIf(key -> key.resource.equals(resource) || key.resource.startsWith(resource + "/"));
    }
}
