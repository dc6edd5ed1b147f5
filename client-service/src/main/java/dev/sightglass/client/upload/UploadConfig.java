package dev.sightglass.client.upload;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The uploads.
 *
 * @param concurrency how many reports are on their way to the server at once, at most
 * @param timeout for one upload, from the first byte out to the last byte in
 * @param retryFirst the wait before the second attempt; it doubles with each further one
 * @param retryMost the longest wait between two attempts, also when the server asks for longer
 * @param probeInterval how often a paused server is asked whether it is back
 * @param failuresToPause how many failures in a row, with no success between, pause the uploads
 * @param drain how long a stop waits for uploads under way
 */
@ConfigurationProperties("sightglass.upload")
public record UploadConfig(@Bindable(defaultValue = "10") int concurrency,
    @Bindable(defaultValue = "30s") Duration timeout,
    @Bindable(defaultValue = "1s") Duration retryFirst, @Bindable(defaultValue = "5m") Duration retryMost,
    @Bindable(defaultValue = "5s") Duration probeInterval, @Bindable(defaultValue = "5") int failuresToPause,
    @Bindable(defaultValue = "20s") Duration drain) {

    /** Checks the bounds. */
    public UploadConfig {
        check("concurrency", concurrency >= 1 && concurrency <= 1000, "be 1 to 1000", concurrency);
        check("timeout", timeout.isPositive(), "be positive", timeout);
        check("retry-first", retryFirst.isPositive(), "be positive", retryFirst);
        check("retry-most", retryMost.compareTo(retryFirst) >= 0, "not be shorter than retry-first", retryMost);
        check("probe-interval", probeInterval.isPositive(), "be positive", probeInterval);
        check("failures-to-pause", failuresToPause >= 1, "be 1 or more", failuresToPause);
        check("drain", !drain.isNegative(), "not be negative", drain);
    }

    private static void check(String key, boolean holds, String expectation, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                "sightglass.upload." + key + ": must " + expectation + ". Found: " + found);
        }
    }
}
