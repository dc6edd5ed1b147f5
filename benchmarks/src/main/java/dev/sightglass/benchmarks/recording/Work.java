package dev.sightglass.benchmarks.recording;

import dev.sightglass.metrics.track.TrackRequestMetrics;

/** Work that takes no time. */
interface Work {
    @TrackRequestMetrics("work")
    long add(long one, long other);

    /** Work behind a JDK proxy. */
    record Plain() implements Work {
        @Override
        public long add(long one, long other) {
            return one + other;
        }
    }
}
