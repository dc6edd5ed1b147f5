package dev.sightglass.durability.outage;

import dev.sightglass.durability.stage.StormCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the outage. */
@Command(name = "outage", mixinStandardHelpOptions = true, description = "Days without the server, in minutes; memory is read from /proc, so it takes Linux.")
public final class OutageCommand extends StormCommand {

    @Option(names = "--hours", description = "Simulated; default: ${DEFAULT-VALUE}.")
    private int hours = 96;

    @Option(names = "--files", description = "That come in them; default: ${DEFAULT-VALUE}.")
    private int files = 50_000;

    @Option(names = "--sample", description = "Files of the backlog to compare with; default: ${DEFAULT-VALUE}.")
    private int sample = 5_000;

    @Override
    protected List<String> run(long seed, Path folder, PrintStream out) throws Exception {
        return Outage.run(new Outage.Plan(seed, hours, files, sample), folder, true, out);
    }
}
