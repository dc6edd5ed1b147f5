package dev.sightglass.durability.replica;

import dev.sightglass.demo.ServiceProcess;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.durability.stage.Books;
import dev.sightglass.durability.stage.Drops;
import dev.sightglass.durability.stage.Drops.Dropped;
import dev.sightglass.durability.stage.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replicas with drop folders of their own share a queue on a real PostgreSQL. Under load one is killed, one is stopped until its leases have
 * passed on and is let go again, and the database restarts or fails over to its standby. Each report has one effect.
 */
public final class Replicas {

    /**
     * What to do.
     *
     * @param seed of the files
     * @param replicas 2 or more
     * @param stop how long one is stopped
     * @param failover whether the database fails over to a standby, instead of restarting
     */
    public record Plan(long seed, int replicas, Duration stop, boolean failover) {}

    private static final long NUMBERS_EACH = 1_000_000;
    private static final int AHEAD = 100;
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofMinutes(2);
    private static final String SCHEMA = "sightglass";

    private final Plan plan;
    private final PrintStream out;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Drops> drops = new ArrayList<>();
    private final List<ServiceProcess> services = new ArrayList<>();

    private Replicas(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param root an empty folder
     * @return what is wrong; empty when nothing is
     */
    public static List<String> run(Plan plan, Path root, PrintStream out)
        throws IOException, InterruptedException, SQLException {
        out.printf("Replicas: seed %d, %d of them%n", plan.seed(), plan.replicas());
        try (var database = database(plan, Files.createDirectory(root.resolve("postgres")));
            var first = Stage.in(Files.createDirectory(root.resolve("replica-0")))) {
            var replicas = new Replicas(plan, out);
            replicas.stages.add(first);
            for (int number = 1; number < plan.replicas(); number++) {
                replicas.stages.add(first.movedTo(Files.createDirectory(root.resolve("replica-" + number))));
            }
            try {
                return replicas.storm(database);
            } finally {
                for (var stage : replicas.stages.subList(1, plan.replicas())) {
                    stage.close();
                }
            }
        }
    }

    private static Database database(Plan plan, Path folder) throws IOException {
        return plan.failover() ? new FailedOverDatabase(folder) : new RestartedDatabase(folder.resolve("data"));
    }

    private List<String> storm(Database database) throws IOException, InterruptedException, SQLException {
        var workload = new Workload(WorkloadOptions.mixed(plan.seed()));
        for (var stage : stages) {
            stage.storeIn(database.url() + "&currentSchema=" + SCHEMA);
            stage.configure(Map.of(), Stage.IMPATIENT + """
                                                        queue:
                                                          store: postgresql
                                                          postgresql:
                                                            url: "%s"
                                                            username: postgres
                                                            schema: %s
                                                        """.formatted(database.url(), SCHEMA));
            services.add(stage.start());
            drops.add(new Drops(workload, stage.folders(), AHEAD, drops.size() * NUMBERS_EACH).start());
        }
        troubles(database);
        for (var load : drops) {
            load.stop();
        }
        var faults = Books.settled(dropped(), Map.of(), STALLED);
        var server = stages.getFirst().simulator();
        out.printf("%,d files dropped, %,d reports on the server, %,d sent again without effect%n",
            dropped().values().stream().mapToInt(List::size).sum(), server.reports(), server.repeats());
        return faults;
    }

    private void troubles(Database database) throws IOException, InterruptedException, SQLException {
        say("all at work");
        pause(LOAD);
        int last = plan.replicas() - 1;
        services.get(last).kill();
        say("one killed");
        pause(LOAD);
        say(database.trouble());
        pause(LOAD);
        signal(services.getFirst(), "STOP");
        say("one stopped");
        services.set(last, stages.get(last).start());
        pause(plan.stop());
        signal(services.getFirst(), "CONT");
        say("let go again");
        pause(LOAD);
    }

    private void say(String what) {
        out.printf("%s: %,d reports on the server%n", what, stages.getFirst().simulator().reports());
    }

    private void pause(Duration duration) throws InterruptedException, IOException {
        if (services.getFirst().awaitEnd(duration)) {
            throw new IOException("a replica ended by itself. The end of its log:\n" + services.getFirst().tail());
        }
    }

    private static void signal(ServiceProcess service, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(service.pid())).inheritIO().start().waitFor();
    }

    private Map<Stage, List<Dropped>> dropped() {
        var all = new HashMap<Stage, List<Dropped>>();
        for (int number = 0; number < stages.size(); number++) {
            all.put(stages.get(number), drops.get(number).dropped());
        }
        return all;
    }
}
