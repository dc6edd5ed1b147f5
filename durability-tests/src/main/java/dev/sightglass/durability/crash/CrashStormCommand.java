package dev.sightglass.durability.crash;

import dev.sightglass.durability.stage.StormCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the crash storm. */
@Command(name = "crash-storm", mixinStandardHelpOptions = true, description = "Kills the service at random and at every named step, under load.")
public final class CrashStormCommand extends StormCommand {

    @Option(names = "--kills", description = "At random moments; default: ${DEFAULT-VALUE}.")
    private int kills = 200;

    @Option(names = "--rounds", description = "How often each named step; default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Override
    protected List<String> run(long seed, Path folder, PrintStream out) throws Exception {
        return CrashStorm.run(new CrashStorm.Plan(seed, kills, rounds), folder, out);
    }
}
