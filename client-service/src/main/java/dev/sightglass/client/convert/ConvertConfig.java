package dev.sightglass.client.convert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How conversion is run.
 *
 * @param folder where jars with more converters are
 * @param concurrency how many sources are converted at once
 * @param timeout after which a conversion is stopped and its source refused
 * @param ageing how much waiting makes up for one step of priority
 * @param stuckLimit how many threads a converter, or a folder, may leave stuck before no more work of it is started
 */
@ConfigurationProperties("sightglass.convert")
public record ConvertConfig(@Bindable(defaultValue = "converters") Path folder,
    @Bindable(defaultValue = "4") int concurrency, @Bindable(defaultValue = "60s") Duration timeout,
    @Bindable(defaultValue = "10s") Duration ageing, @Bindable(defaultValue = "3") int stuckLimit) {

    /** Checks the bounds. */
    public ConvertConfig {
        check(concurrency >= 1 && concurrency <= 1000, "concurrency", "must be 1 to 1000", concurrency);
        check(timeout.toMillis() >= 1, "timeout", "must be at least 1 ms", timeout);
        check(!ageing.isNegative(), "ageing", "must not be negative", ageing);
        check(stuckLimit >= 1, "stuck-limit", "must be at least 1", stuckLimit);
    }

    private static void check(boolean valid, String key, String expectation, Object found) {
        if (!valid) {
            throw new IllegalArgumentException("sightglass.convert." + key + ": " + expectation + ". Found: " + found);
        }
    }
}
