package dev.sightglass.durability.disk;

import dev.sightglass.durability.stage.Stage;
import dev.sightglass.durability.stage.Verdict;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the full disk. */
@Command(name = "disk-full", mixinStandardHelpOptions = true, description = "Fills a small disk again and again; takes Linux and root.")
public final class DiskFullCommand implements Callable<Integer> {

    @Option(names = "--cycles", description = "How often the disk is full; default: ${DEFAULT-VALUE}.")
    private int cycles = 20;

    @Option(names = "--seconds", description = "How long each time; default: ${DEFAULT-VALUE}.")
    private int seconds = 3;

    @Option(names = "--seed", description = "Of the files; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("sightglass-disk-");
        var plan = new DiskFull.Plan(seed, cycles, Duration.ofSeconds(seconds));
        int code = Verdict.of(DiskFull.run(plan, root, System.out), System.out);
        Stage.remove(root);
        return code;
    }
}
