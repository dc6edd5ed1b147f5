package dev.sightglass.client.cli;

import dev.sightglass.client.lifecycle.ServiceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is told to stop. */
@Command(name = "run", description = "Runs the service until SIGTERM or Ctrl-C.")
final class RunCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with keys under sightglass; default: sightglass.yml if there is one.")
    private @Nullable Path config;

    @Override
    public Integer call() throws InterruptedException {
        ServiceContext.start(file()).awaitStop();
        return ExitCode.OK.code();
    }

    private Optional<Path> file() {
        if (config != null && !Files.isReadable(config)) {
            throw new IllegalArgumentException("--config: must be a readable file. Found: " + config);
        }
        return Optional.ofNullable(config).or(() -> Optional.of(Path.of("sightglass.yml")).filter(Files::isReadable));
    }
}
