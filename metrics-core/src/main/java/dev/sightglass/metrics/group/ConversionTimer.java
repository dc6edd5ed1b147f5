package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundGauge;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.LabelValue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A conversion under way. It ends once; whatever is called after the first end is ignored. May be ended on any thread.
 *
 * @since 0.1.0
 */
public final class ConversionTimer {
    private final ConverterMetrics owner;
    private final String converter;
    private final BoundGauge active;
    private final BoundHistogram duration;
    private final long started;
    private final AtomicBoolean ended = new AtomicBoolean();

    ConversionTimer(ConverterMetrics owner, String converter, BoundGauge active, BoundHistogram duration) {
        this.owner = owner;
        this.converter = converter;
        this.active = active;
        this.duration = duration;
        this.started = duration.start();
    }

    /**
     * The conversion came to its end.
     *
     * @param status how
     * @param reports how many reports it made
     */
    public void finished(ConversionStatus status, int reports) {
        if (end()) {
            owner.ended(converter, status, reports);
        }
    }

    /**
     * The conversion failed.
     *
     * @param status how
     * @param errorType the kind of failure, from a bounded set of words
     */
    public void failed(ConversionStatus status, String errorType) {
        if (end()) {
            owner.ended(converter, status, 0);
            owner.error(converter, errorType);
        }
    }

    /**
     * The conversion failed.
     *
     * @param status how
     * @param errorType the kind of failure
     */
    public void failed(ConversionStatus status, Enum<?> errorType) {
        failed(status, LabelValue.of(errorType));
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        active.dec();
        duration.stop(started);
        return true;
    }
}
