package dev.sightglass.durability.crash;

import dev.sightglass.client.fault.FaultPoint;
import dev.sightglass.demo.ServiceProcess;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.durability.stage.Books;
import dev.sightglass.durability.stage.Drops;
import dev.sightglass.durability.stage.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The service under full load and a server with faults, killed again and again: at each named step as often as asked, and at random in
 * between. Then it runs in peace until everything is where it belongs, or nothing moves any more.
 */
public final class CrashStorm {

    /**
     * What to do.
     *
     * @param seed of files, faults and moments; the scheduler of the machine has a say too
     * @param kills at random moments
     * @param rounds how often each named step
     */
    public record Plan(long seed, int kills, int rounds) {}

    private static final Map<String, String> AFTER_SUCCESS = Map.of("wsxf", "zip", "wstf", "delete");
    private static final Duration STEP_LIMIT = Duration.ofSeconds(40);
    private static final Duration STALLED = Duration.ofSeconds(30);
    private static final int AHEAD = 300;
    private static final double DUPLICATES = 0.02;
    private static final int LATEST_PASS = 20;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final double KILLED_WHILE_STARTING = 0.2;
    private static final int LONGEST_START_MILLIS = 1_500;
    private static final int REPORT_EVERY = 10;

    private final Plan plan;
    private final Stage stage;
    private final PrintStream out;
    private final RandomGenerator random;
    private final Drops drops;

    private CrashStorm(Plan plan, Stage stage, PrintStream out) {
        this.plan = plan;
        this.stage = stage;
        this.out = out;
        this.random = new SplittableRandom(plan.seed());
        var workload = new Workload(WorkloadOptions.mixed(plan.seed()).withDuplicateShare(DUPLICATES));
        this.drops = new Drops(workload, stage.folders(), AHEAD);
    }

    /**
     * Runs the storm.
     *
     * @param plan what to do
     * @param root an empty folder
     * @param out told of the seed first, then of progress
     * @return what is wrong at the end; empty when nothing is
     */
    public static List<String> run(Plan plan, Path root, PrintStream out) throws IOException, InterruptedException {
        out.printf("Crash storm: seed %d, %d kills at random, each of %d steps %d times%n", plan.seed(), plan.kills(),
            FaultPoint.values().length, plan.rounds());
        try (var stage = Stage.in(root)) {
            return new CrashStorm(plan, stage, out).storm();
        }
    }

    private List<String> storm() throws IOException, InterruptedException {
        stage.configure(Map.of("wsjf", "quiet: 50ms", "csv", "quiet: 50ms", "atml", "quiet: 50ms", "wsxf",
            "quiet: 50ms\nafter-success: zip", "wstf", "quiet: 50ms\nafter-success: delete"), Stage.IMPATIENT);
        stage.prime();
        drops.start();
        try (var _ = new ServerFaults(stage.simulator(), random.nextLong())) {
            var crashes = crashes();
            for (int done = 0; done < crashes.size(); done++) {
                crashes.get(done).run();
                if ((done + 1) % REPORT_EVERY == 0) {
                    progress(done + 1, crashes.size());
                }
            }
        }
        drops.stop();
        return settle();
    }

    /** One death of the service. */
    private interface Crash {
        void run() throws IOException, InterruptedException;
    }

    private List<Crash> crashes() {
        var all = new ArrayList<Crash>();
        for (int round = 0; round < plan.rounds(); round++) {
            for (var point : FaultPoint.values()) {
                all.add(() -> dieAt(point));
            }
        }
        for (int kill = 0; kill < plan.kills(); kill++) {
            all.add(this::dieAtRandom);
        }
        Collections.shuffle(all, new Random(plan.seed()));
        return all;
    }

    private void dieAt(FaultPoint point) throws IOException, InterruptedException {
        var service = stage.launch(point.option(1 + random.nextInt(LATEST_PASS)));
        if (!service.awaitEnd(STEP_LIMIT)) {
            throw new IOException("the step " + point + " was not reached. The end of the log:\n" + service.tail());
        }
    }

    private void dieAtRandom() throws IOException, InterruptedException {
        if (random.nextDouble() < KILLED_WHILE_STARTING) {
            kill(stage.launch(), random.nextInt(LONGEST_START_MILLIS));
        } else {
            kill(stage.start(), random.nextInt(LONGEST_LIFE_MILLIS));
        }
    }

    private static void kill(ServiceProcess service, int millis) throws IOException, InterruptedException {
        if (service.awaitEnd(Duration.ofMillis(millis))) {
            throw new IOException("the service ended by itself. The end of its log:\n" + service.tail());
        }
        service.kill();
    }

    private List<String> settle() throws IOException, InterruptedException {
        var dropped = drops.dropped();
        var service = stage.start();
        var faults = Books.settled(Map.of(stage, dropped), AFTER_SUCCESS, STALLED);
        service.close();
        out.printf("%,d files dropped, %,d reports due, %,d on the server, %,d sent again without effect, seed %d%n",
            dropped.size(), Books.reports(dropped), stage.simulator().reports(), stage.simulator().repeats(),
            plan.seed());
        return faults;
    }

    private void progress(int done, int all) {
        out.printf("%d of %d crashes, %,d files dropped, %,d reports on the server%n", done, all,
            drops.dropped().size(), stage.simulator().reports());
    }
}
