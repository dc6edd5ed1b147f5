package dev.sightglass.client.queue.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long the ledger remembers what is delivered, discarded, rejected or duplicate. What is to be delivered or dead is never forgotten.
 *
 * @param maxAge after which a source is forgotten
 * @param maxReports how many reports are remembered; the oldest are forgotten first
 */
@ConfigurationProperties("sightglass.queue.history")
public record HistoryConfig(@Bindable(defaultValue = "90d") Duration maxAge,
    @Bindable(defaultValue = "5000000") long maxReports) {

    /** Checks the bounds. */
    public HistoryConfig {
        check("max-age", maxAge.isPositive(), maxAge);
        check("max-reports", maxReports > 0, maxReports);
    }

    private static void check(String key, boolean holds, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                "sightglass.queue.history." + key + ": must be positive. Found: " + found);
        }
    }
}
