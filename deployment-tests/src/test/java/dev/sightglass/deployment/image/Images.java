package dev.sightglass.deployment.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** The two images of the Dockerfile, built once by the command that users run. */
final class Images {

    static final String SERVICE = "sightglass:test";
    static final String SIMULATOR = "wats-simulator:test";
    static final String REVISION = "0123abc";

    private static final Path ROOT = Path.of("..");
    private static boolean built;

    private Images() {}

    /** Builds them; without an engine the test is skipped with a line, or fails where docker is required. */
    static synchronized void build() {
        requireDocker();
        if (!built) {
            docker("build", "-q", "-t", SIMULATOR, "--target", "simulator", ".");
            docker("build", "-q", "-t", SERVICE, "--build-arg", "REVISION=" + REVISION, ".");
            built = true;
        }
    }

    private static void requireDocker() {
        require("docker", DockerClientFactory.instance().isDockerAvailable(), "there is no Docker engine");
    }

    /** Without it the test is skipped with a line, or fails where SIGHTGLASS_REQUIRE asks for it. */
    static void require(String part, boolean available, String otherwise) {
        if (!available && Set.of(System.getenv().getOrDefault("SIGHTGLASS_REQUIRE", "").split(",")).contains(part)) {
            throw new AssertionError(otherwise + ", and SIGHTGLASS_REQUIRE asks for " + part);
        }
        Assumptions.assumeTrue(available, "skipped: " + otherwise);
    }

    private static void docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (IOException failed) {
            throw new AssertionError("docker cannot be called", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while building", interrupted);
        }
    }
}
