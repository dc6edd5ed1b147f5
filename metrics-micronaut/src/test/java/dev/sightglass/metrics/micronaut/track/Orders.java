package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import jakarta.inject.Singleton;
import reactor.core.publisher.Mono;

// The bean of the README, word for word.
// @formatter:off
@Singleton
class Orders {
    private static final CounterDeclaration PLACED =
        CounterDeclaration.of("orders_placed", "Orders that were placed.", Label.open("shop", 50));

    private final CounterMetric placed;

    Orders(MetricsCollector metrics) {
        placed = metrics.counter(PLACED);
    }

    @TrackRequestMetrics("place_order")
    Mono<String> place(String shop) {
        return Mono.fromCallable(() -> {
            placed.bind(shop).inc();
            return "placed in " + shop;
        });
    }
}
