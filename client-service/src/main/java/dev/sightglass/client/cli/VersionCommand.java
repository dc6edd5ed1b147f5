package dev.sightglass.client.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the version. */
@Command(name = "version", description = "Prints version, revision and Java.")
final class VersionCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var build = new Build();
        output.print(build.getVersion()[0],
            Map.of("version", build.version(), "revision", build.revision(), "java", Runtime.version().toString()));
        return ExitCode.OK.code();
    }
}
