package dev.sightglass.metrics.group;

import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The whole way of a report, from the file seen to the server's answer: what a service level is about. Safe for any
 * number of threads.
 *
 * @since 0.1.0
 */
public final class DeliveryMetrics {
    private static final Label CONVERTER = Label.open("converter", 50);

    /** Time from file to answer. */
    public static final HistogramDeclaration DELIVERY = HistogramDeclaration.seconds("report_delivery",
        "Time from the moment a file was seen to the server's answer for its report.", Buckets.SLOW_SECONDS,
        CONVERTER);
    /** Reports that are nowhere. */
    public static final GaugeDeclaration UNACCOUNTED = GaugeDeclaration.of("reports_unaccounted",
        "Reports seen, less those delivered, queued, dead, duplicate or rejected; anything but 0 is a loss.");

    private final HistogramMetric delivery;
    private final MetricsCollector collector;

    /**
     * Registers the group.
     *
     * @param collector where
     * @param converters the names of the converters; their series start at 0 and keep their places
     */
    public DeliveryMetrics(MetricsCollector collector, String... converters) {
        this.collector = collector;
        delivery = collector.histogram(DELIVERY);
        known(converters);
    }

    /**
     * Converters that are known to exist, for programs that learn it after the group was made.
     *
     * @param converters the names of the converters; their series start at 0 and keep their places
     */
    public void known(String... converters) {
        delivery.reserve(CONVERTER.name(), converters);
        for (String converter : converters) {
            delivery.bind(converter);
        }
    }

    /**
     * The server has answered for a report.
     *
     * @param converter the converter that made it
     * @param sinceSeen the time since its file was seen
     */
    public void delivered(String converter, Duration sinceSeen) {
        delivery.bind(converter).observe(sinceSeen);
    }

    /**
     * Reads the number of reports that are nowhere at each scrape.
     *
     * @param source the number, which must be 0
     */
    public void unaccounted(LongSupplier source) {
        collector.gauge(UNACCOUNTED).observe(source::getAsLong);
    }
}
