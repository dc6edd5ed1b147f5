package dev.sightglass.durability.disk;

import dev.sightglass.durability.stage.StormCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the full disk. */
@Command(name = "disk-full", mixinStandardHelpOptions = true, description = "Fills a small disk again and again; takes Linux and root.")
public final class DiskFullCommand extends StormCommand {

    @Option(names = "--cycles", description = "How often the disk is full; default: ${DEFAULT-VALUE}.")
    private int cycles = 20;

    @Option(names = "--seconds", description = "How long each time; default: ${DEFAULT-VALUE}.")
    private int seconds = 3;

    @Override
    protected List<String> run(long seed, Path folder, PrintStream out) throws Exception {
        return DiskFull.run(new DiskFull.Plan(seed, cycles, Duration.ofSeconds(seconds)), folder, out);
    }
}
