package dev.sightglass.metrics.group;

import dev.sightglass.metrics.InfoDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.StateSetDeclaration;
import java.util.function.Supplier;

/**
 * The service itself: which build it is, and where it is in its life.
 *
 * @since 0.1.0
 */
public final class ServiceMetrics {
    /** Which build runs. */
    public static final InfoDeclaration BUILD = InfoDeclaration.of("build", "The build that runs.", "version",
        "revision", "java_version");
    /** Where the service is in its life. */
    public static final StateSetDeclaration STATE = StateSetDeclaration.of("service_state",
        "Where the service is in its life: 1 for the state that holds.", Label.ofEnum("state", ServiceState.class));

    private final MetricsCollector collector;

    /**
     * Makes the group; each series is registered when its source is given.
     *
     * @param collector where
     */
    public ServiceMetrics(MetricsCollector collector) {
        this.collector = collector;
    }

    /**
     * Says which build runs.
     *
     * @param version the version
     * @param revision the revision of the source
     */
    public void build(String version, String revision) {
        collector.info(BUILD, version, revision, System.getProperty("java.version", "unknown"));
    }

    /**
     * Where the service is in its life.
     *
     * @param source read at each scrape
     */
    public void state(Supplier<ServiceState> source) {
        collector.stateSet(STATE, ServiceState.class).observe(source);
    }
}
