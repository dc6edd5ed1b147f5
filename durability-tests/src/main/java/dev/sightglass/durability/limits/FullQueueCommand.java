package dev.sightglass.durability.limits;

import dev.sightglass.durability.stage.Stage;
import dev.sightglass.durability.stage.Verdict;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the full queue. */
@Command(name = "full-queue", mixinStandardHelpOptions = true, description = "Starts the service again and again while its queue is full.")
public final class FullQueueCommand implements Callable<Integer> {

    @Option(names = "--restarts", description = "Default: ${DEFAULT-VALUE}.")
    private int restarts = 50;

    @Option(names = "--seed", description = "Of files and moments; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("sightglass-full-");
        System.out.println("Working in " + root);
        int code = Verdict.of(FullQueue.run(seed, restarts, root, System.out), System.out);
        if (code == 0) {
            Stage.remove(root);
        }
        return code;
    }
}
