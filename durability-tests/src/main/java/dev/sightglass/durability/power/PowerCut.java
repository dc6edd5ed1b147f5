package dev.sightglass.durability.power;

import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.durability.power.Disk.Cut;
import dev.sightglass.durability.stage.Books;
import dev.sightglass.durability.stage.Drops;
import dev.sightglass.durability.stage.Posts;
import dev.sightglass.durability.stage.Stage;
import dev.sightglass.simulator.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Lets the service work while every write and sync is written down, and then looks at what a power cut would have left at many moments of
 * that time: whether all that was promised by then is in the store. From the last moment the service starts again and brings all to an end.
 */
public final class PowerCut {

    /**
     * What to do.
     *
     * @param seed of files and cuts
     * @param work how long the service works
     * @param cuts how many moments are looked at
     */
    public record Plan(long seed, Duration work, int cuts) {}

    private static final Map<String, String> AFTER_SUCCESS = Map.of("wsxf", "zip", "wstf", "delete");
    private static final int AHEAD = 50;
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Plan plan;
    private final Path root;
    private final PrintStream out;
    private final RandomGenerator random;
    private final Path log;
    private final Map<Long, String> answers = new ConcurrentHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long cutsMade;
    private long unsynced;
    private int promises;

    private PowerCut(Plan plan, Path root, PrintStream out) {
        this.plan = plan;
        this.root = root;
        this.out = out;
        this.random = new SplittableRandom(plan.seed());
        this.log = root.resolve("acts.log");
    }

    /** Whether this machine can do it: it takes Linux and a C compiler. */
    public static boolean isPossible() {
        return Shim.compiler().isPresent();
    }

    /**
     * Runs it.
     *
     * @param root an empty folder
     * @return what is wrong; empty when nothing is
     */
    public static List<String> run(Plan plan, Path root, PrintStream out)
        throws IOException, InterruptedException, SQLException {
        out.printf("Power cut: seed %d, %d cuts%n", plan.seed(), plan.cuts());
        var cut = new PowerCut(plan, root.toRealPath(), out);
        cut.everything();
        return cut.faults;
    }

    private void everything() throws IOException, InterruptedException, SQLException {
        var folder = Files.createDirectory(root.resolve("before"));
        try (var stage = Stage.in(folder)) {
            configure(stage);
            var drops = new Drops(
                new Workload(WorkloadOptions.mixed(plan.seed()).withDuplicateShare(0.02)), stage.folders(), AHEAD);
            var posts = new Posts(stage, plan.seed(), this::answered);
            work(stage, drops, posts);
            cuts(stage);
            out.printf(
                "%d cuts in a log of %,d bytes; %,d promises at the last; on average %d files or folders not synced%n",
                cutsMade, Files.size(log), promises, unsynced / Math.max(1, cutsMade));
            control(stage);
            goOn(stage, drops, posts);
        }
    }

    private static void configure(Stage stage) throws IOException {
        stage.configure(Map.of("wsjf", "quiet: 50ms", "csv", "quiet: 50ms", "atml", "quiet: 50ms", "wsxf",
            "quiet: 50ms\nafter-success: zip", "wstf", "quiet: 50ms\nafter-success: delete"), Stage.IMPATIENT);
    }

    private void answered(String correlationId) {
        try {
            answers.put(Files.size(log), correlationId);
        } catch (IOException failed) {
            throw new IllegalStateException("the log is not there", failed);
        }
    }

    private void work(Stage stage, Drops drops, Posts posts) throws IOException, InterruptedException {
        stage.simulator().faults().set(Fault.status(503).withShare(0.3).withLatency(Duration.ofMillis(20)));
        var library = Shim.compile(Shim.compiler().orElseThrow(), root);
        var service = stage.launch(Shim.environment(library, stage.root(), log));
        service.awaitReady();
        drops.start();
        posts.start();
        if (service.awaitEnd(plan.work())) {
            throw new IOException("the service ended by itself. The end of its log:\n" + service.tail());
        }
        service.kill();
        drops.stop();
        posts.stop();
    }

    /** Passes through the log once, and stops at places that chance has chosen. */
    private void cuts(Stage stage) throws IOException, SQLException {
        var places = random.longs(plan.cuts() - 1L, 1, Files.size(log)).sorted().iterator();
        long place = places.hasNext() ? places.nextLong() : Long.MAX_VALUE;
        var disk = new Disk();
        var promised = new Promises(stage.folders(), answers);
        try (var acts = new ActLog(log)) {
            for (var act = acts.next(); act != null; act = acts.next()) {
                disk.apply(act);
                promised.after(act);
                if (act.end() >= place) {
                    cut(disk, promised, stage);
                    place = places.hasNext() ? places.nextLong() : Long.MAX_VALUE;
                }
            }
        }
        cut(disk, promised, stage);
        promises = promised.made().size();
        disk.leave(Cut.STRICT, random, stage.root(), Files.createDirectory(root.resolve("after")));
    }

    private void cut(Disk disk, Promises promised, Stage stage) throws IOException, SQLException {
        cutsMade++;
        unsynced += disk.unsynced();
        for (var kind : Cut.values()) {
            var left = Files.createDirectory(root.resolve("left"));
            disk.leave(kind, random, stage.root(), left);
            var found = new ArrayList<>(Recovered.faults(left.resolve("data"), promised.made()));
            found.addAll(Quarantine.faults(left.resolve("drop")));
            found.forEach(fault -> faults.add("cut %d, %s: %s".formatted(cutsMade, kind, fault)));
            Stage.remove(left);
        }
    }

    /** A test that cannot fail proves nothing: were no file ever synced, the same look at the end would have to find something wrong. */
    private void control(Stage stage) throws IOException, SQLException {
        var disk = new Disk();
        var promised = new Promises(stage.folders(), answers);
        try (var acts = new ActLog(log)) {
            for (var act = acts.next(); act != null; act = acts.next()) {
                promised.after(act);
                if (act.kind() != Act.SYNC) {
                    disk.apply(act);
                }
            }
        }
        var left = Files.createDirectory(root.resolve("control"));
        disk.leave(Cut.STRICT, random, stage.root(), left);
        if (Recovered.faults(left.resolve("data"), promised.made()).isEmpty()) {
            faults.add("the control found nothing wrong although no sync counted: this test proves nothing");
        }
    }

    /** The service starts on what the strictest cut has left, with the files that the stations still have: all of them. */
    private void goOn(Stage before, Drops drops, Posts posts) throws IOException, InterruptedException {
        var all = new ArrayList<>(drops.dropped());
        var workload = new Workload(WorkloadOptions.mixed(plan.seed()).withDuplicateShare(0.02));
        try (var stage = before.movedTo(root.resolve("after"))) {
            configure(stage);
            for (var file : all) {
                Files.write(stage.folders().folder(file.folderKey()).resolve(file.name()),
                    workload.file(file.number()).bytes());
            }
            stage.simulator().faults().clear();
            stage.start();
            // A client that was not answered asks again.
            Stage.await(STALLED, () -> posts.again(stage));
            all.addAll(posts.taken());
            faults.addAll(Books.settled(Map.of(stage, all), AFTER_SUCCESS, STALLED));
            out.printf("After the last cut: %,d sources, %,d reports on the server%n", all.size(),
                stage.simulator().reports());
        }
    }
}
