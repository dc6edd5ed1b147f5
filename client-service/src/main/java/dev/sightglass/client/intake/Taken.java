package dev.sightglass.client.intake;

import dev.sightglass.client.convert.LogText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that was handed to conversion.
 *
 * @param file its absolute path
 * @param state as it was when it was taken
 * @param correlationId its id from here on
 * @param detectedAt when it was first seen
 */
record Taken(Path file, FileState state, String correlationId, Instant detectedAt) {

    Path fileName() {
        return Objects.requireNonNull(file.getFileName());
    }

    Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    /** The name, fit for a log. */
    String printableName() {
        return LogText.of(fileName().toString());
    }
}
