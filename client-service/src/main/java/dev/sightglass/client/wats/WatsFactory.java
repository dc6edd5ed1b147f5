package dev.sightglass.client.wats;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sightglass.health.check.ClockSkewCheck;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.CacheMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.HttpEndpoint;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.stream.Stream;

/** The server and what is looked up on it, as beans. */
@Factory
final class WatsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    WatsServer server(WatsConfig config, MetricsCollector collector, InstantSource clock) {
        var known = Stream.of(Endpoint.values()).map(endpoint -> new HttpEndpoint(endpoint.method(), endpoint.path()));
        return new WatsServer(config, new HttpClientMetrics(collector, known.toArray(HttpEndpoint[]::new)), clock);
    }

    @Singleton
    ClockSkewCheck clockCheck(WatsServer server, WatsHealthConfig config) {
        return new ClockSkewCheck(server::clockSkew, config.clockTolerance());
    }

    @Singleton
    WatsLookups lookups(WatsServer server, CacheConfig config, MetricsCollector collector) {
        return new WatsLookups(server, config, new CacheMetrics(collector), Ticker.systemTicker());
    }
}
