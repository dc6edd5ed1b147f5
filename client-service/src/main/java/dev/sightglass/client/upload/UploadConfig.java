package dev.sightglass.client.upload;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The uploads. All of it may change while the service runs.
 *
 * @param concurrency how many reports are on their way to the server at once, at most
 * @param rateLimit how many requests the server takes in any stretch of time, such as {@code 500/60s}; {@code none} when it sets no limit
 * @param timeout for one upload, from the first byte out to the last byte in
 * @param retryFirst the wait before the second attempt; it doubles with each further one
 * @param retryMost the longest wait between two attempts, also when the server asks for longer
 * @param failuresToPause how many failures in a row, with no success between, pause the uploads
 * @param probeInterval how often a paused server is asked whether it is back
 * @param outcomes answers that are judged otherwise than the table does: status, class of statuses or failure, and a verdict
 * @param drain how long a stop waits for uploads under way
 */
@ConfigurationProperties("sightglass.upload")
public record UploadConfig(@Bindable(defaultValue = "10") int concurrency,
    @Bindable(defaultValue = "500/60s") String rateLimit, @Bindable(defaultValue = "30s") Duration timeout,
    @Bindable(defaultValue = "1s") Duration retryFirst, @Bindable(defaultValue = "5m") Duration retryMost,
    @Bindable(defaultValue = "5") int failuresToPause, @Bindable(defaultValue = "5s") Duration probeInterval,
    @Nullable Map<String, Object> outcomes, @Bindable(defaultValue = "20s") Duration drain) {

    /** Checks the bounds. */
    public UploadConfig {
        check("concurrency", concurrency >= 1 && concurrency <= 1000, "be 1 to 1000", concurrency);
        check("timeout", timeout.isPositive(), "be positive", timeout);
        check("retry-first", retryFirst.isPositive(), "be positive", retryFirst);
        check("retry-most", retryMost.compareTo(retryFirst) >= 0, "not be shorter than retry-first", retryMost);
        check("failures-to-pause", failuresToPause >= 1, "be 1 or more", failuresToPause);
        check("probe-interval", probeInterval.isPositive(), "be positive", probeInterval);
        check("drain", !drain.isNegative(), "not be negative", drain);
        rate(rateLimit);
        table(outcomes);
    }

    private static void check(String key, boolean holds, String expectation, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                "sightglass.upload." + key + ": must " + expectation + ". Found: " + found);
        }
    }

    Rate rate() {
        return rate(rateLimit);
    }

    /**
     * The table of outcomes with what the configuration says of it.
     *
     * @return the table
     */
    public Outcomes table() {
        return table(outcomes);
    }

    private static Rate rate(String text) {
        return Rate.parse("sightglass.upload.rate-limit", text);
    }

    private static Outcomes table(@Nullable Map<String, Object> outcomes) {
        return outcomes == null ? Outcomes.standard() : Outcomes.with(outcomes);
    }
}
