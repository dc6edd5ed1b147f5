package dev.sightglass.client.intake;

import dev.sightglass.client.intake.FolderStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of a folder from outside. Written by the folder's thread, read by any; a change of state is logged, once. */
final class FolderHealth {

    private static final Logger logger = LoggerFactory.getLogger(FolderHealth.class);

    /** What one turn on the file system may take; a folder with a million files on a slow share is listed faster. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FolderPlan plan;
    private final InstantSource clock;
    private volatile FolderStatus status;
    private volatile @Nullable Instant workSince;

    FolderHealth(FolderPlan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
        this.status =
            new FolderStatus(plan.name(), plan.root(), State.STARTING, "not started", clock.instant(), 0, 0, null,
                Space.UNKNOWN);
    }

    FolderStatus status() {
        var begun = workSince;
        return begun != null && begun.plus(PATIENCE).isBefore(clock.instant()) ? status.hanging(begun) : status;
    }

    /** The folder's thread turns to the file system, which may never answer. */
    void works() {
        workSince = clock.instant();
    }

    /** The folder's thread is back from the file system. */
    void report(State state, String reason, int pending, int inFlight, @Nullable Instant lastScan, Space space) {
        workSince = null;
        var before = status;
        var changed = before.state() != state;
        var since = changed || !before.reason().equals(reason) ? clock.instant() : before.since();
        status = new FolderStatus(plan.name(), plan.root(), state, reason, since, pending, inFlight, lastScan,
            space);
        if (changed) {
            log(state, reason);
        }
    }

    private void log(State state, String reason) {
        switch (state) {
            case RUNNING -> logger.info("folder {}: takes files from {}", plan.name(), plan.root());
            case PAUSED -> logger.warn("folder {}: takes no files for now: {}. They stay in {}", plan.name(), reason,
                plan.root());
            case DOWN -> logger.error("folder {}: takes no files: {}", plan.name(), reason);
            case CLOSED -> logger.info("folder {}: closed", plan.name());
            case STARTING -> logger.debug("folder {}: starts", plan.name());
        }
    }
}
