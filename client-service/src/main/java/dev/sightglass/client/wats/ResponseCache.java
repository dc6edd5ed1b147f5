package dev.sightglass.client.wats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Optional;

/** Answers to look-ups, kept for a while. Thread-safe. */
final class ResponseCache {

    private final Cache<Key, Answer.Answered> answers;

    ResponseCache(CacheConfig config, Ticker ticker) {
        this.answers =
            Caffeine.newBuilder().expireAfterWrite(config.ttl()).maximumSize(config.enabled() ? config.maxSize() : 0)
                .ticker(ticker).executor(Runnable::run).recordStats().build();
    }

    /**
     * What makes two look-ups the same.
     *
     * @param account whose token asked: another one may not see the same
     * @param resource the path
     * @param query the rest, or empty
     */
    record Key(String account, String resource, String query) {

        /** Leaves the account out: it is the token. */
        @Override
        public String toString() {
            return resource + "?" + query;
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

    Cache<Key, Answer.Answered> answers() {
        return answers;
    }
}
