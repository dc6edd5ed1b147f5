package dev.sightglass.client.wats;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The server and what is looked up on it, as beans. */
@Factory
final class WatsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    WatsServer server(WatsConfig config, InstantSource clock) {
        return new WatsServer(config, clock);
    }

    @Singleton
    WatsLookups lookups(WatsServer server, CacheConfig config) {
        return new WatsLookups(server, config, Ticker.systemTicker());
    }
}
