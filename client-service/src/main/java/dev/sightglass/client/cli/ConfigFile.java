package dev.sightglass.client.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the file that the configuration stands in. */
final class ConfigFile {

    private static final Path USUAL = Path.of("sightglass.yml");

    private ConfigFile() {}

    /** The named file, which must be there; without a name the usual one, which may be missing. */
    static Optional<Path> find(@Nullable Path named) {
        if (named != null && !Files.isReadable(named)) {
            throw new IllegalArgumentException("--config: must be a readable file. Found: " + named);
        }
        return Optional.ofNullable(named).or(() -> Optional.of(USUAL).filter(Files::isReadable));
    }
}
