package dev.sightglass.metrics;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that some tests need; the environment variable SIGHTGLASS_REQUIRE turns their absence into a failure. */
public final class Required {
    private Required() {}

    /** The program's path; without it the test is skipped with a line, or fails where the feature is required. */
    public static Path program(String name, String feature) {
        Optional<Path> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
        boolean required = Set.of(System.getenv().getOrDefault("SIGHTGLASS_REQUIRE", "").split(",")).contains(feature);
        if (found.isEmpty() && required) {
            throw new AssertionError(name + " is not on the PATH, and SIGHTGLASS_REQUIRE asks for " + feature);
        }
        Assumptions.assumeTrue(found.isPresent(), () -> "skipped: " + name + " is not on the PATH");
        return found.orElseThrow();
    }
}
