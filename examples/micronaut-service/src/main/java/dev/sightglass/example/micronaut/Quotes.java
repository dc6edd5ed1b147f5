package dev.sightglass.example.micronaut;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.track.CountErrors;
import jakarta.inject.Singleton;

/** How an offer is made, with a metric of the service's own. */
@Singleton
class Quotes {
    private static final int MOST = 1000;
    private static final int DISCOUNT_FROM = 100;

    /** Anybody can ask for a part that nobody has heard of: past ten names the next ones are counted as other. */
    private static final CounterDeclaration PIECES = CounterDeclaration.of("quoted_pieces", "Pieces that were quoted.",
        Label.open("part", 10));

    private final CounterMetric pieces;

    Quotes(MetricsCollector metrics) {
        pieces = metrics.counter(PIECES);
    }

    @CountErrors("make_quote")
    Quote make(String part, int count, long priceInCents) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count: must be from 1 to " + MOST + ". Found: " + count);
        }
        long cents = count * priceInCents;
        pieces.bind(part).inc(count);
        return new Quote(part, count, count >= DISCOUNT_FROM ? cents * 9 / 10 : cents);
    }
}
