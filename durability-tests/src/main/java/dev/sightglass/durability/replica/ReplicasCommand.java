package dev.sightglass.durability.replica;

import dev.sightglass.durability.stage.Stage;
import dev.sightglass.durability.stage.Verdict;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The storm of the replicas, which has no short form: a lease takes a minute to pass on. */
@Command(name = "replicas", mixinStandardHelpOptions = true, description = "Replicas on one PostgreSQL: one killed, one stopped past its lease, the database restarted.")
public final class ReplicasCommand implements Callable<Integer> {

    @Option(names = "--replicas", description = "How many; default: ${DEFAULT-VALUE}.")
    private int replicas = 3;

    @Option(names = "--stop", description = "How many seconds one is stopped; default: ${DEFAULT-VALUE}, longer than a lease.")
    private int stop = 75;

    @Option(names = "--seed", description = "Of the files; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Override
    public Integer call() throws Exception {
        var root = Files.createTempDirectory("sightglass-replicas-");
        System.out.println("Working in " + root);
        var plan = new Replicas.Plan(seed, replicas, Duration.ofSeconds(stop));
        int code = Verdict.of(Replicas.run(plan, root, System.out), System.out);
        if (code == 0) {
            Stage.remove(root);
        }
        return code;
    }
}
