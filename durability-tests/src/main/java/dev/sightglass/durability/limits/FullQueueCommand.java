package dev.sightglass.durability.limits;

import dev.sightglass.durability.stage.StormCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the full queue. */
@Command(name = "full-queue", mixinStandardHelpOptions = true, description = "Starts the service again and again while its queue is full.")
public final class FullQueueCommand extends StormCommand {

    @Option(names = "--restarts", description = "Default: ${DEFAULT-VALUE}.")
    private int restarts = 50;

    @Override
    protected List<String> run(long seed, Path folder, PrintStream out) throws Exception {
        return FullQueue.run(seed, restarts, folder, out);
    }
}
