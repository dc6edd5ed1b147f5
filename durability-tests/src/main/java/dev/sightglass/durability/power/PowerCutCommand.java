package dev.sightglass.durability.power;

import dev.sightglass.durability.stage.Stage;
import dev.sightglass.durability.stage.Verdict;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the power cut. */
@Command(name = "power-cut", mixinStandardHelpOptions = true, description = "Looks at what a power cut would leave at many moments; takes Linux and a C compiler.")
public final class PowerCutCommand implements Callable<Integer> {

    @Option(names = "--seconds", description = "How long the service works; default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(names = "--cuts", description = "At how many moments; default: ${DEFAULT-VALUE}.")
    private int cuts = 1_000;

    @Option(names = "--seed", description = "Of files and cuts; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("sightglass-power-");
        System.out.println("Working in " + root);
        var plan = new PowerCut.Plan(seed, Duration.ofSeconds(seconds), cuts);
        int code = Verdict.of(PowerCut.run(plan, root, System.out), System.out);
        if (code == 0) {
            Stage.remove(root);
        }
        return code;
    }
}
