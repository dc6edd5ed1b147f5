package dev.sightglass.durability.crash;

import dev.sightglass.durability.stage.Stage;
import dev.sightglass.durability.stage.Verdict;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the crash storm. */
@Command(name = "crash-storm", mixinStandardHelpOptions = true, description = "Kills the service at random and at every named step, under load.")
public final class CrashStormCommand implements Callable<Integer> {

    @Option(names = "--kills", description = "At random moments; default: ${DEFAULT-VALUE}.")
    private int kills = 200;

    @Option(names = "--rounds", description = "How often each named step; default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(names = "--seed", description = "Of files, faults and moments; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Option(names = "--keep", description = "Keep the folder even when nothing is wrong.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("sightglass-crash-");
        System.out.println("Working in " + root);
        int code = Verdict.of(CrashStorm.run(new CrashStorm.Plan(seed, kills, rounds), root, System.out), System.out);
        if (code == 0 && !keep) {
            Stage.remove(root);
        }
        return code;
    }
}
