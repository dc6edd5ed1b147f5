package dev.sightglass.client.lifecycle;

import dev.sightglass.client.intake.BodyIntake;
import dev.sightglass.client.intake.DropFolders;
import dev.sightglass.client.upload.Prober;
import dev.sightglass.client.upload.Uploader;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.StartupStep;
import dev.sightglass.metrics.group.ServiceMetrics;
import dev.sightglass.metrics.group.ServiceState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the flow from its end to its beginning, so that every part finds the next one running, and stops it from the beginning to the
 * end. What the parts stand on (store, server) is opened and closed with the application context.
 */
@Singleton
public final class ServiceLifecycle implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ServiceLifecycle.class);

    /** A folder that hangs must not keep the others from being started: its own check tells of it. */
    private static final Duration FIRST_SCAN = Duration.ofSeconds(30);
    /** What the end of uploads and the closing of the store may need of the time for the whole stop. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(3);

    private final HealthMonitor health;
    private final StartupStep startUpScan;
    private final DropFolders folders;
    private final BodyIntake bodies;
    private final Uploader uploader;
    private final Prober prober;
    private final Duration stopTimeout;
    private volatile ServiceState state = ServiceState.STARTING;
    private volatile @Nullable Thread closingIntake;

    ServiceLifecycle(HealthMonitor health, ServiceMetrics metrics, DropFolders folders, BodyIntake bodies,
        Uploader uploader, Prober prober, LifecycleConfig config) {
        this.health = health;
        this.startUpScan = health.startupStep("start-up-scan");
        metrics.state(() -> state);
        this.folders = folders;
        this.bodies = bodies;
        this.uploader = uploader;
        this.prober = prober;
        this.stopTimeout = config.stopTimeout();
    }

    /** Lets reports flow. */
    public void start() {
        prober.start();
        uploader.start();
        folders.start();
        var _ = folders.firstScan().completeOnTimeout(null, FIRST_SCAN.toMillis(), TimeUnit.MILLISECONDS)
            .thenRun(startUpScan::done);
        state = ServiceState.RUNNING;
        logger.info("Reports flow");
    }

    /** Takes nothing new, finishes what is under way as long as the time for a stop allows, gives back the rest. */
    @Override
    public void close() {
        logger.info("Stopping: intake closes, uploads under way finish within {} s", stopTimeout.toSeconds());
        long end = System.nanoTime() + stopTimeout.toNanos();
        state = ServiceState.DRAINING;
        health.drain("the service is stopping");
        prober.close();
        bodies.close();
        closeFolders();
        var left = Duration.ofNanos(end - System.nanoTime()).minus(FOR_THE_REST);
        uploader.close(left.isNegative() ? Duration.ZERO : left);
        state = ServiceState.STOPPED;
    }

    private void closeFolders() {
        closingIntake = Thread.currentThread();
        folders.close();
        closingIntake = null;
        // the interrupt of a hurry is meant for the folders alone
        boolean _ = Thread.interrupted();
    }

    /** Somebody cannot wait: what is under way is broken off and given back at once. */
    public void hurry() {
        logger.warn("Stopping at once: what is under way is broken off, and taken up again after the next start");
        uploader.hurry();
        var closing = closingIntake;
        if (closing != null) {
            closing.interrupt();
        }
    }
}
