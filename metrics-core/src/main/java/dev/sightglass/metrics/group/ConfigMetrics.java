package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import java.util.function.BooleanSupplier;

/**
 * The configuration of a program that reads it again while it runs. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class ConfigMetrics {
    private static final String APPLIED = "applied";
    private static final String REFUSED = "refused";

    /** How the last change fared. */
    public static final GaugeDeclaration LAST_RELOAD_SUCCESSFUL = GaugeDeclaration.of("config_last_reload_successful",
        "1 if the configuration as it stands in its file is in force, 0 if it was refused and the one before serves.");
    /** Changes by how they fared. */
    public static final CounterDeclaration RELOADS = CounterDeclaration.of("config_reloads",
        "Changes of the configuration that were noticed, by what became of them.",
        Label.closed("outcome", APPLIED, REFUSED));

    private final MetricsCollector collector;
    private final BoundCounter applied;
    private final BoundCounter refused;

    /**
     * Registers the group.
     *
     * @param collector where
     */
    public ConfigMetrics(MetricsCollector collector) {
        this.collector = collector;
        CounterMetric reloads = collector.counter(RELOADS);
        applied = reloads.bind(APPLIED);
        refused = reloads.bind(REFUSED);
    }

    /**
     * Whether the configuration in the file is the one in force.
     *
     * @param source read at each scrape
     */
    public void lastReloadSuccessful(BooleanSupplier source) {
        collector.gauge(LAST_RELOAD_SUCCESSFUL).observe(() -> source.getAsBoolean() ? 1 : 0);
    }

    /** A change is in force. */
    public void applied() {
        applied.inc();
    }

    /** A change was refused; what was in force before serves on. */
    public void refused() {
        refused.inc();
    }
}
