package dev.sightglass.monitoring.dashboard;

import dev.sightglass.monitoring.rule.Catalogue;
import java.util.List;

/** All dashboards. */
public final class Dashboards {

    private Dashboards() {}

    /** The dashboards, with the thresholds of a catalogue's alerts. */
    public static List<Dashboard> of(Catalogue catalogue) {
        return List.of(Overview.of(catalogue), Pipeline.of(catalogue), WatsApi.of(catalogue), Queue.of(catalogue),
            Jvm.of(catalogue));
    }
}
