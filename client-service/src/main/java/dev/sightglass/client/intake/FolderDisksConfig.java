package dev.sightglass.client.intake;

import dev.sightglass.health.check.DiskSpaceCheck.Floor;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;

/**
 * When the disk of a drop folder counts as low or full. It takes both, bytes and share: five per cent of a huge disk is plenty, and so is
 * most of a tiny one.
 *
 * @param lowBytes fewer free bytes are a warning
 * @param fullBytes fewer free bytes are a failure
 * @param lowShare a free share of this and more is always well, 0 to 1
 */
@ConfigurationProperties("sightglass.health.folder-disks")
record FolderDisksConfig(@ReadableBytes @Bindable(defaultValue = "1GB") long lowBytes,
    @ReadableBytes @Bindable(defaultValue = "100MB") long fullBytes,
    @Bindable(defaultValue = "0.10") double lowShare) {

    /** Checks the bounds. */
    FolderDisksConfig {
        check("low-bytes", lowBytes >= 0, "not be negative", lowBytes);
        check("full-bytes", fullBytes >= 0 && fullBytes <= lowBytes, "be 0 to low-bytes", fullBytes);
        check("low-share", lowShare >= 0 && lowShare <= 1, "be 0 to 1", lowShare);
    }

    Floor low() {
        return new Floor(lowBytes, lowShare);
    }

    Floor full() {
        return new Floor(fullBytes, lowShare);
    }

    private static void check(String key, boolean holds, String expectation, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(
                "sightglass.health.folder-disks." + key + ": must " + expectation + ". Found: " + found);
        }
    }
}
