package dev.sightglass.client.wats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.sightglass.metrics.group.CacheMetrics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks things up on the server, through a cache. Thread-safe. */
public final class WatsLookups {

    private static final Logger logger = LoggerFactory.getLogger(WatsLookups.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final WatsServer server;
    private final ResponseCache cache;

    WatsLookups(WatsServer server, CacheConfig config, CacheMetrics metrics, Ticker ticker) {
        this.server = server;
        this.cache = new ResponseCache(config, metrics, ticker);
    }

    /**
     * Finds the code of a test or repair operation.
     *
     * @param name as the server spells it
     * @return its code; empty when the server does not know it or cannot be asked now
     */
    public OptionalInt processCode(String name) {
        for (var process : get(Endpoint.PROCESSES, "").orElse(MAPPER.createArrayNode())) {
            if (process.path("name").asText().equals(name)) {
                return OptionalInt.of(process.path("code").asInt());
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Finds a product.
     *
     * @param partNumber its part number
     * @return the server's description; empty when the server does not know it or cannot be asked now
     */
    public Optional<JsonNode> product(String partNumber) {
        return get(Endpoint.PRODUCT, "?partNumber=" + URLEncoder.encode(partNumber, StandardCharsets.UTF_8));
    }

    /**
     * Creates or changes a product. What the cache holds of products is forgotten, whatever the server answers.
     *
     * @param product as the server describes it
     * @return the answer
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Answer putProduct(JsonNode product) throws InterruptedException {
        try {
            return server.put(Endpoint.PRODUCT, product.toString().getBytes(StandardCharsets.UTF_8));
        } finally {
            cache.forget(Endpoint.PRODUCT.path());
        }
    }

    private Optional<JsonNode> get(Endpoint endpoint, String query) {
        var key = new ResponseCache.Key(server.account(), endpoint.path(), query);
        return cache.find(key).or(() -> fetch(endpoint, query, key)).flatMap(WatsLookups::json);
    }

    private Optional<Answer.Answered> fetch(Endpoint endpoint, String query, ResponseCache.Key key) {
        try {
            var answer = server.get(endpoint, query);
            if (answer instanceof Answer.Answered answered && answered.status() == 200) {
                cache.keep(key, answered);
                return Optional.of(answered);
            }
            logger.info("Look-up of {} brought nothing: {}", key, answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> json(Answer.Answered answer) {
        try {
            return Optional.of(MAPPER.readTree(answer.text()));
        } catch (JsonProcessingException notJson) {
            logger.warn("The server answered a look-up with something that is not JSON; it is treated as unknown",
                notJson);
            return Optional.empty();
        }
    }
}
