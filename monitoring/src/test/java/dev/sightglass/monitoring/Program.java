package dev.sightglass.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A program of this machine that tests want. Absent, the test is skipped with a line that says so, or fails if SIGHTGLASS_REQUIRE names it.
 *
 * @param path where it is
 */
public record Program(Path path) {

    static Program named(String name) {
        return find(name).orElseGet(() -> {
            if (isRequired("prometheus")) {
                throw new AssertionError(
                    "SIGHTGLASS_REQUIRE names prometheus, but there is no " + name + " on the PATH");
            }
            return abort("there is no " + name + " on the PATH: nothing was tested with it");
        });
    }

    /** Whether a test may not be skipped for want of a part. */
    public static boolean isRequired(String part) {
        return List.of(System.getenv().getOrDefault("SIGHTGLASS_REQUIRE", "").split(",")).contains(part);
    }

    static Optional<Program> find(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")).map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable).findFirst().map(Program::new);
    }

    /** Runs it to its end and returns what it printed; fails the test, with its complaints, if it does not end well. */
    String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(path.toString()));
        command.addAll(arguments);
        var errors = Files.createTempFile("errors", ".txt");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + output + Files.readString(errors)).isZero();
        Files.delete(errors);
        return output;
    }

    String run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }
}
