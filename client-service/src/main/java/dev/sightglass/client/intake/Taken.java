package dev.sightglass.client.intake;

import dev.sightglass.client.log.LogScope;
import dev.sightglass.client.log.LogText;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that was handed to conversion.
 *
 * @param file its absolute path
 * @param state as it was when it was taken
 * @param detection when it was first seen, and its id
 */
record Taken(Path file, FileState state, Detection detection) {

    long key() {
        return state.key(file);
    }

    Path fileName() {
        return Objects.requireNonNull(file.getFileName());
    }

    Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    /** Opens the scope in which the log names this file. */
    LogScope logScope(FolderPlan plan) {
        return LogScope.source(detection.id(), file.toString(), plan.recipe().converter().name());
    }

    /** The name, fit for a log. */
    String printableName() {
        return LogText.of(fileName().toString());
    }
}
