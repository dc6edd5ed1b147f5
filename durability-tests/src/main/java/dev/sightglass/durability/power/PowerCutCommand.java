package dev.sightglass.durability.power;

import dev.sightglass.durability.stage.StormCommand;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the power cut. */
@Command(name = "power-cut", mixinStandardHelpOptions = true, description = "Looks at what a power cut would leave at many moments of many lives; takes Linux and a C compiler.")
public final class PowerCutCommand extends StormCommand {

    @Option(names = "--lives", description = "How often the service begins anew; default: ${DEFAULT-VALUE}.")
    private int lives = 20;

    @Option(names = "--seconds", description = "How long it works in each; default: ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(names = "--cuts", description = "At how many moments of each; default: ${DEFAULT-VALUE}.")
    private int cuts = 50;

    @Override
    protected List<String> run(long seed, Path folder, PrintStream out) throws Exception {
        var faults = new ArrayList<String>();
        for (int life = 0; life < lives; life++) {
            var root = Files.createDirectory(folder.resolve("life-" + life));
            faults.addAll(PowerCut.run(new PowerCut.Plan(seed + life, Duration.ofSeconds(seconds), cuts), root, out));
        }
        return faults;
    }
}
