package dev.sightglass.benchmarks.recording;

import dev.sightglass.metrics.track.TrackRequestMetrics;
import jakarta.inject.Singleton;

/** A bean with our advice, and with Micronaut's around nothing: what of the cost is ours. */
@Singleton
class AdvisedWork {
    @TrackRequestMetrics("advised")
    long tracked(long one, long other) {
        return one + other;
    }

    @EmptyAdvice
    long passed(long one, long other) {
        return one + other;
    }
}
