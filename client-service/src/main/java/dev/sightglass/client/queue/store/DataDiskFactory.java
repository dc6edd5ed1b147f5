package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.DataConfig;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.Probe;
import dev.sightglass.health.check.DiskSpaceCheck;
import dev.sightglass.health.check.DiskSpaceCheck.Floor;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DiskMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.exceptions.DisabledBeanException;
import jakarta.inject.Singleton;

/** Watches the disk of the data folder, where there is one: a queue in PostgreSQL is on somebody else's disk. */
@Factory
final class DataDiskFactory {

    private static final Floor LOW = new Floor(5L << 30, 0.10);
    private static final double ANY_SHARE = 1;

    /** Down exactly when intake stops for want of room: the share does not count there. */
    @Singleton
    DiskSpaceCheck dataDisk(StoreConfig which, DataConfig data, QueueConfig config, Store madeTheFolder) {
        if (which.store() != Dialect.SQLITE) {
            throw new DisabledBeanException("the queue is in PostgreSQL");
        }
        var spec = CheckSpec.named("data-disk").countsFor(Probe.READY);
        return new DiskSpaceCheck(spec, data.dataDir(), LOW, new Floor(config.minFreeBytes(), ANY_SHARE));
    }

    /** From the start: a disk that fills up is to be seen before it stops intake. */
    @Context
    DiskMetrics disks(MetricsCollector collector, StoreConfig which, DataConfig data) {
        var disks = new DiskMetrics(collector);
        if (which.store() == Dialect.SQLITE) {
            disks.observe("data", data.dataDir());
        }
        return disks;
    }
}
