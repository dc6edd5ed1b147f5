package dev.sightglass.client.lifecycle;

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

    private final HealthMonitor health;
    private final StartupStep startUpScan;
    private final DropFolders folders;
    private final Uploader uploader;
    private final Prober prober;
    private volatile ServiceState state = ServiceState.STARTING;

    ServiceLifecycle(HealthMonitor health, ServiceMetrics metrics, DropFolders folders, Uploader uploader,
        Prober prober) {
        this.health = health;
        this.startUpScan = health.startupStep("start-up-scan");
        metrics.state(() -> state);
        this.folders = folders;
        this.uploader = uploader;
        this.prober = prober;
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

    /** Takes nothing new, finishes what is under way within the drain time, gives back the rest. */
    @Override
    public void close() {
        logger.info("Stopping: intake closes, uploads under way finish");
        state = ServiceState.DRAINING;
        health.drain("the service is stopping");
        folders.close();
        uploader.close();
        prober.close();
    }
}
