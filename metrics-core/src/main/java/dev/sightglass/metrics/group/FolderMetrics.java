package dev.sightglass.metrics.group;

import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Watched folders: what turned up, what waits, whether the folder can be read. Safe for any number of threads; verbs do
 * nothing on a disabled collector.
 *
 * @since 0.1.0
 */
public final class FolderMetrics {
    private static final Label FOLDER = Label.open("folder", 100);

    /** Files seen. */
    public static final CounterDeclaration DETECTED = CounterDeclaration.of("folder_files_detected",
        "Files that turned up in a folder.", FOLDER);
    /** Files refused. */
    public static final CounterDeclaration REJECTED = CounterDeclaration.of("folder_files_rejected",
        "Files in a folder that were not taken in.", FOLDER);
    /** Files seen before. */
    public static final CounterDeclaration DUPLICATES = CounterDeclaration.of("folder_files_duplicate",
        "Files in a folder whose content had been taken in before.", FOLDER);
    /** Files waiting. */
    public static final GaugeDeclaration PENDING = GaugeDeclaration.of("folder_files_pending",
        "Files in a folder that wait to be taken in.", FOLDER);
    /** Time of scans. */
    public static final HistogramDeclaration SCAN = HistogramDeclaration.seconds("folder_scan_duration",
        "Time that looking through a folder took.", Buckets.FAST_SECONDS, FOLDER);
    /** Whether the folder can be read. */
    public static final GaugeDeclaration UP = GaugeDeclaration.of("folder_up",
        "1 if a folder is there and can be read, else 0.", FOLDER);

    private final CounterMetric detected;
    private final CounterMetric rejected;
    private final CounterMetric duplicates;
    private final GaugeMetric pending;
    private final HistogramMetric scan;
    private final GaugeMetric up;

    /**
     * Registers the group.
     *
     * @param collector where
     */
    public FolderMetrics(MetricsCollector collector) {
        detected = collector.counter(DETECTED);
        rejected = collector.counter(REJECTED);
        duplicates = collector.counter(DUPLICATES);
        pending = collector.gauge(PENDING);
        scan = collector.histogram(SCAN);
        up = collector.gauge(UP);
    }

    /**
     * Watches a folder. A folder watched before under the same name is replaced, its counts go on.
     *
     * @param name the folder's name, as an operator knows it
     * @param waiting how many files wait, read at each scrape
     * @param readable whether the folder can be read, read at each scrape
     * @return the handle by which its events are told
     */
    public FolderHandle folder(String name, LongSupplier waiting, BooleanSupplier readable) {
        return new FolderHandle(detected.bind(name), rejected.bind(name), duplicates.bind(name), scan.bind(name),
            pending.observe(waiting::getAsLong, name), up.observe(() -> readable.getAsBoolean() ? 1 : 0, name));
    }
}
