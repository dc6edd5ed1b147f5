package dev.sightglass.client.queue;

import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.Probe;
import dev.sightglass.health.check.DiskSpaceCheck;
import dev.sightglass.health.check.DiskSpaceCheck.Floor;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Watches the disk of the data folder. */
@Factory
final class DataDiskFactory {

    private static final Floor LOW = new Floor(5L << 30, 0.10);
    private static final double ANY_SHARE = 1;

    /** Down exactly when intake stops for want of room: the share does not count there. */
    @Singleton
    DiskSpaceCheck dataDisk(DataConfig data, QueueConfig config, ReportQueue madeTheFolder) {
        var spec = CheckSpec.named("data-disk").countsFor(Probe.READY);
        return new DiskSpaceCheck(spec, data.dataDir(), LOW, new Floor(config.minFreeBytes(), ANY_SHARE));
    }
}
