package dev.sightglass.health.management;

import org.jspecify.annotations.Nullable;

/**
 * The build that runs. Null stands for what the build did not say.
 *
 * @param version the version
 * @param time when it was built
 */
public record BuildInfo(@Nullable String version, @Nullable String time) {

    /** A build that says nothing of itself. */
    public static final BuildInfo UNKNOWN = new BuildInfo(null, null);
}
