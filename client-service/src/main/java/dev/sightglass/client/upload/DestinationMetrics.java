package dev.sightglass.client.upload;

import dev.sightglass.metrics.group.CircuitState;
import dev.sightglass.metrics.group.UpstreamMetrics;

/** Shows the gate before the server, and what else holds reports back, as metrics: read at each scrape. */
final class DestinationMetrics {

    private DestinationMetrics() {}

    static void watch(Destination destination, Admission admission, UpstreamMetrics upstream) {
        upstream.up(() -> destination.status().state() != Destination.State.PAUSED);
        upstream.lastSuccess(destination::lastSuccess);
        upstream.paused(PauseReason.class, reason -> destination.pausedFor().filter(reason::equals).isPresent());
        upstream.circuitState(() -> switch (destination.status().state()) {
            case OPEN -> CircuitState.CLOSED;
            case TRIAL -> CircuitState.HALF_OPEN;
            case PAUSED -> CircuitState.OPEN;
        });
        upstream.concurrencyLimit(() -> admission.flow().concurrency());
        upstream.rateLimited(() -> admission.flow().rateLimited());
    }
}
