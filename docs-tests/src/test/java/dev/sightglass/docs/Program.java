package dev.sightglass.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs programs as a reader of a page would. */
final class Program {

    private Program() {}

    /**
     * How a program ended.
     *
     * @param exitCode its exit code
     * @param output what it wrote, errors included
     */
    record Ended(int exitCode, String output) {}

    static Ended run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).directory(Pages.ROOT.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A jar of this build, with the JDK that runs the tests. */
    static List<String> jar(String path, String... arguments) {
        var jar = Pages.ROOT.resolve(path);
        if (!Files.exists(jar)) {
            throw new AssertionError(
                jar + " is missing; these tests need the phase package of all modules before them");
        }
        var command = new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program of the machine; without it the test is skipped with a line, or fails where the feature is required. */
    static Path ofMachine(String name, String feature) {
        Optional<Path> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(directory -> Path.of(directory, name)).filter(Files::isExecutable).findFirst();
        boolean required = Set.of(System.getenv().getOrDefault("SIGHTGLASS_REQUIRE", "").split(",")).contains(feature);
        if (found.isEmpty() && required) {
            throw new AssertionError(name + " is not on the PATH, and SIGHTGLASS_REQUIRE asks for " + feature);
        }
        Assumptions.assumeTrue(found.isPresent(), () -> "skipped: " + name + " is not on the PATH");
        return found.orElseThrow();
    }
}
