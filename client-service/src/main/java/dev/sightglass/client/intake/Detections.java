package dev.sightglass.client.intake;

import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the detection of files that were taken and given back, so that a file that is tried again is still the same to whoever follows it.
 * Not thread-safe.
 */
final class Detections {

    private static final int MOST = 10_000;

    private final Map<Long, Detection> kept = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Detection> eldest) {
            return size() > MOST;
        }
    };
    private final Runnable whenNew;

    /** @param whenNew told of each file that is seen for the first time */
    Detections(Runnable whenNew) {
        this.whenNew = whenNew;
    }

    Detection of(long key, Instant now) {
        var known = kept.remove(key);
        if (known != null) {
            return known;
        }
        whenNew.run();
        return new Detection(CorrelationId.random(), now);
    }

    void keep(long key, Detection detection) {
        kept.put(key, detection);
    }
}
