package dev.sightglass.durability.outage;

import dev.sightglass.durability.stage.Stage;
import dev.sightglass.durability.stage.Verdict;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the outage. */
@Command(name = "outage", mixinStandardHelpOptions = true, description = "Days without the server, in minutes; memory is read from /proc, so it takes Linux.")
public final class OutageCommand implements Callable<Integer> {

    @Option(names = "--hours", description = "Simulated; default: ${DEFAULT-VALUE}.")
    private int hours = 96;

    @Option(names = "--files", description = "That come in them; default: ${DEFAULT-VALUE}.")
    private int files = 50_000;

    @Option(names = "--sample", description = "Files of the backlog to compare with; default: ${DEFAULT-VALUE}.")
    private int sample = 5_000;

    @Option(names = "--seed", description = "Of the files; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("sightglass-outage-");
        System.out.println("Working in " + root);
        int code =
            Verdict.of(Outage.run(new Outage.Plan(seed, hours, files, sample), root, true, System.out), System.out);
        if (code == 0) {
            Stage.remove(root);
        }
        return code;
    }
}
