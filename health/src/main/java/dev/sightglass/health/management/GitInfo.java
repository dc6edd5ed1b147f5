package dev.sightglass.health.management;

import org.jspecify.annotations.Nullable;

/**
 * The commit that the build was made from. Null stands for what the build did not say.
 *
 * @param revision the commit's id
 * @param branch the branch
 * @param commitTime when it was committed
 * @param dirty "true" if files were changed after it
 */
public record GitInfo(@Nullable String revision, @Nullable String branch, @Nullable String commitTime,
    @Nullable String dirty) {

    /** A build that says nothing of its sources. */
    public static final GitInfo UNKNOWN = new GitInfo(null, null, null, null);
}
