package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.Observed;
import java.time.Duration;
import java.util.List;

/**
 * One watched folder. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class FolderHandle implements AutoCloseable {
    private final BoundCounter detected;
    private final BoundCounter rejected;
    private final BoundCounter duplicates;
    private final BoundHistogram scan;
    private final List<Observed> gauges;

    FolderHandle(BoundCounter detected, BoundCounter rejected, BoundCounter duplicates, BoundHistogram scan,
        Observed... gauges) {
        this.detected = detected;
        this.rejected = rejected;
        this.duplicates = duplicates;
        this.scan = scan;
        this.gauges = List.of(gauges);
    }

    /** A file turned up. */
    public void detected() {
        detected.inc();
    }

    /** A file was not taken in. */
    public void rejected() {
        rejected.inc();
    }

    /** A file's content had been taken in before. */
    public void duplicate() {
        duplicates.inc();
    }

    /**
     * The folder was looked through.
     *
     * @param took how long it took
     */
    public void scanned(Duration took) {
        scan.observe(took);
    }

    /** The folder is not watched any more: what was read from it leaves the scrape, what was counted stays. */
    @Override
    public void close() {
        gauges.forEach(Observed::close);
    }
}
