package dev.sightglass.durability.replica;

import dev.sightglass.durability.stage.StormCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The storm of the replicas, which has no short form: a lease takes a minute to pass on. */
@Command(name = "replicas", mixinStandardHelpOptions = true, description = "Replicas on one PostgreSQL: one killed, one stopped past its lease, the database restarted or failed over.")
public final class ReplicasCommand extends StormCommand {

    @Option(names = "--replicas", description = "How many; default: ${DEFAULT-VALUE}.")
    private int replicas = 3;

    @Option(names = "--stop", description = "How many seconds one is stopped; default: ${DEFAULT-VALUE}, longer than a lease.")
    private int stop = 75;

    @Option(names = "--failover", description = "The database fails over to its standby, instead of restarting.")
    private boolean failover;

    @Override
    protected List<String> run(long seed, Path folder, PrintStream out) throws Exception {
        return Replicas.run(new Replicas.Plan(seed, replicas, Duration.ofSeconds(stop), failover), folder, out);
    }
}
