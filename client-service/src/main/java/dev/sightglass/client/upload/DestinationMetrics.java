package dev.sightglass.client.upload;

import dev.sightglass.client.upload.Destination.State;
import dev.sightglass.metrics.group.CircuitState;
import dev.sightglass.metrics.group.UpstreamMetrics;

/** Shows the gate before the server as metrics, read from the gate at each scrape. */
final class DestinationMetrics {

    private DestinationMetrics() {}

    static void watch(Destination destination, Upstream server, UpstreamMetrics upstream) {
        upstream.up(server::isUp);
        upstream.lastSuccess(server::lastSuccess);
        upstream.paused(PauseReason.class, reason -> isPausedFor(destination.status(), reason));
        upstream.circuitState(() -> switch (destination.status().state()) {
            case OPEN -> CircuitState.CLOSED;
            case TRIAL -> CircuitState.HALF_OPEN;
            case PAUSED -> CircuitState.OPEN;
        });
    }

    private static boolean isPausedFor(Destination.Status status, PauseReason reason) {
        return status.state() == State.PAUSED && PauseReason.of(status.answer()) == reason;
    }
}
