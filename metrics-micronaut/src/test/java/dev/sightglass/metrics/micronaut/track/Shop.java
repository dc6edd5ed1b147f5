package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.TrackRequestMetrics;
import io.micronaut.context.annotation.Prototype;

/** Tracked as a whole, but for one name of its own. A new one for each injection. */
@Prototype
@TrackRequestMetrics
class Shop {

    void open() {}

    @TrackRequestMetrics("shop_close")
    void close() {}
}
