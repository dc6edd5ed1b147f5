package dev.sightglass.metrics.group;

import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disks that a program writes to. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class DiskMetrics {
    private static final Label DISK = Label.open("disk", 20);

    /** Room that is left. */
    public static final GaugeDeclaration FREE = GaugeDeclaration
        .of("disk_free", "Room on a disk that this program may still use.", DISK)
        .in(MetricUnit.BYTES);
    /** Room in all. */
    public static final GaugeDeclaration SIZE = GaugeDeclaration.of("disk_size", "Size of a disk.", DISK)
        .in(MetricUnit.BYTES);

    private final MetricsCollector collector;

    /**
     * Makes the group; each series is registered when its disk is named.
     *
     * @param collector where
     */
    public DiskMetrics(MetricsCollector collector) {
        this.collector = collector;
    }

    /**
     * Shows the disk on which a folder lies, read at each scrape. While the folder is not there, the series are missing
     * and the read is counted as failed.
     *
     * @param disk what the disk is for, such as {@code data}
     * @param folder any folder on it
     */
    public void observe(String disk, Path folder) {
        collector.gauge(FREE).observe(() -> read(folder, FileStore::getUsableSpace), disk);
        collector.gauge(SIZE).observe(() -> read(folder, FileStore::getTotalSpace), disk);
    }

    private static double read(Path folder, Room room) {
        try {
            return room.of(Files.getFileStore(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Room {
        long of(FileStore store) throws IOException;
    }
}
