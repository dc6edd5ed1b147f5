package dev.sightglass.monitoring.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are evaluated together, in order.
 *
 * @param name the group's name
 * @param interval how often; null for Prometheus's own interval
 * @param recordings its recording rules
 * @param alerts its alerts
 */
public record RuleGroup(String name, @Nullable String interval, List<Recording> recordings, List<Alert> alerts) {

    /** Unrolls windows. */
    @SuppressWarnings("NullAway") // Jackson passes null for what is missing
    public RuleGroup {
        recordings = recordings == null ? List.of() : recordings.stream().flatMap(Recording::unrolled).toList();
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
    }
}
