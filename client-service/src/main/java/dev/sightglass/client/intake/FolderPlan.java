package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Recipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder's configuration with everything looked up and resolved.
 *
 * @param name its name
 * @param root where it is; absolute
 * @param recipe how its files are converted
 * @param patterns which names it takes
 * @param recursive whether sub-folders are searched
 * @param priority 1 to 10
 * @param afterSuccess what becomes of files
 * @param done where they go; absolute
 * @param error where refused ones go; absolute
 * @param excluded folders that are never searched: its own done and error, and other drop folders
 * @param watch how it learns of files
 * @param doneFile the convention for finished files, or null
 * @param quiet how long a file must not change
 */
record FolderPlan(String name, Path root, Recipe recipe, NamePatterns patterns, boolean recursive, int priority,
    AfterSuccess afterSuccess, Path done, Path error, Set<Path> excluded, WatchMode watch, @Nullable DoneFile doneFile,
    Duration quiet) {

    /** Whether a file of this name may be taken, as far as its name tells. */
    boolean takes(String name) {
        return !TemporaryNames.includes(name) && (doneFile == null || !doneFile.includes(name)) && patterns.match(name);
    }
}
