package dev.sightglass.client.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;

/**
 * What all drop folders have in common.
 *
 * @param rescanInterval how often each folder is listed, whatever the file system's events say
 * @param maxFileSize in bytes; a larger file is refused
 * @param inFlight how many files of one folder are under way between being taken and being settled
 * @param stopTimeout how long stopping waits for the files under way
 */
@ConfigurationProperties("sightglass.intake")
public record IntakeConfig(@Bindable(defaultValue = "5s") Duration rescanInterval,
    @Bindable(defaultValue = "100MB") @ReadableBytes long maxFileSize, @Bindable(defaultValue = "512") int inFlight,
    @Bindable(defaultValue = "10s") Duration stopTimeout) {

    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** Checks the bounds. */
    public IntakeConfig {
        check(rescanInterval.toMillis() >= 10, "rescan-interval", "must be at least 10 ms", rescanInterval);
        check(maxFileSize >= 1 && maxFileSize <= LARGEST_ARRAY, "max-file-size", "must be 1 B to 2047 MB", maxFileSize);
        check(inFlight >= 1 && inFlight <= 100_000, "in-flight", "must be 1 to 100000", inFlight);
        check(!stopTimeout.isNegative(), "stop-timeout", "must not be negative", stopTimeout);
    }

    private static void check(boolean valid, String key, String expectation, Object found) {
        if (!valid) {
            throw new IllegalArgumentException("sightglass.intake." + key + ": " + expectation + ". Found: " + found);
        }
    }
}
