package dev.sightglass.client.cli;

import dev.sightglass.client.lifecycle.ServiceContext;
import java.nio.file.Path;
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
        ServiceContext.start(ConfigFile.find(config)).awaitStop();
        return ExitCode.OK.code();
    }
}
