package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.TrackRequestMetrics;
import jakarta.inject.Singleton;

/** An interface that carries the annotation for all that implement it. */
interface Pricing {

    @TrackRequestMetrics("price")
    int price(String item);

    /** Is not annotated itself. */
    @Singleton
    class ByLength implements Pricing {
        @Override
        public int price(String item) {
            return item.length();
        }
    }
}
