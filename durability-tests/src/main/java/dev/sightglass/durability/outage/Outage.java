package dev.sightglass.durability.outage;

import dev.sightglass.demo.ServiceProcess;
import dev.sightglass.demo.workload.FileKind;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.durability.stage.Books;
import dev.sightglass.durability.stage.Drops;
import dev.sightglass.durability.stage.Stage;
import dev.sightglass.simulator.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Days without the server, hour by hour: in each, files come and the time of day moves on. Before it a small backlog is drained for
 * comparison; after it the large one must drain as fast, memory must be what it was, and the disk must come back.
 */
public final class Outage {

    /**
     * What to do.
     *
     * @param seed of the files
     * @param hours that the time of day moves on without a server
     * @param files that come in them
     * @param sample files of the backlog that is drained first, for comparison
     */
    public record Plan(long seed, int hours, int files, int sample) {}

    private static final Duration STALLED = Duration.ofSeconds(60);
    private static final Duration DISK_LIMIT = Duration.ofSeconds(90);
    /** What SQLite keeps for new reports: free pages of its file, and its log. After a short outage that is most of what there is. */
    private static final long KEPT = (8L + 64) << 20;
    private static final double SLOWEST = 0.8;
    private static final double MOST_MEMORY = 1.25;
    private static final List<Fault> WAYS_TO_BE_AWAY =
        List.of(Fault.of(Fault.Kind.DROP), Fault.status(503), Fault.of(Fault.Kind.RESET), Fault.status(502));

    private final Plan plan;
    private final Stage stage;
    private final PrintStream out;
    private final Drops drops;
    private final MovedClock clock;
    private final List<String> faults = new ArrayList<>();

    private Outage(Plan plan, Stage stage, PrintStream out) throws IOException {
        this.plan = plan;
        this.stage = stage;
        this.out = out;
        this.drops = new Drops(new Workload(WorkloadOptions.only(FileKind.WSJF, plan.seed())), stage.folders(),
            Integer.MAX_VALUE);
        this.clock = new MovedClock(stage.root().resolve("clock"));
    }

    /**
     * Runs it.
     *
     * @param root an empty folder
     * @param judgesSpeed whether a drain that is too slow, memory and disk count as faults: on a busy machine, and with few files, they say
     *        little
     * @return what is wrong; empty when nothing is
     */
    public static List<String> run(Plan plan, Path root, boolean judgesSpeed, PrintStream out)
        throws IOException, InterruptedException {
        out.printf("Outage: seed %d, %d hours, %,d files%n", plan.seed(), plan.hours(), plan.files());
        try (var stage = Stage.in(root)) {
            stage.configure(Map.of("wsjf", "quiet: 50ms\nafter-success: delete"),
                Stage.IMPATIENT);
            var outage = new Outage(plan, stage, out);
            outage.everything(judgesSpeed);
            return outage.faults;
        }
    }

    private void everything(boolean judgesSpeed) throws IOException, InterruptedException {
        var service = stage.launchWith(codeOf(MovedClock.class),
            "-D" + MovedClock.PROPERTY + "=" + stage.root().resolve("clock"));
        service.awaitReady();
        away(0);
        come(plan.sample());
        double usual = drain();
        long atFirst = memory(service);
        long most = 0;
        for (int hour = 0; hour < plan.hours(); hour++) {
            away(hour);
            come(plan.files() * (hour + 1) / plan.hours() - plan.files() * hour / plan.hours());
            clock.advance(Duration.ofHours(1));
            most = Math.max(most, memory(service));
        }
        long disk = size(stage.data());
        double after = drain();
        faults.addAll(Books.settled(Map.of(stage, drops.dropped()), Map.of("wsjf", "delete"), STALLED));
        boolean returned = judgesSpeed && Stage.await(DISK_LIMIT, () -> size(stage.data()) < Math.max(disk / 2, KEPT));
        out.printf(
            "Drained at %.0f reports/s before and %.0f after; memory %d MB before, at most %d MB; disk %,d kB, then %,d kB%n",
            usual, after, atFirst, most, disk / 1024, size(stage.data()) / 1024);
        if (judgesSpeed) {
            judge(after >= SLOWEST * usual, "it drained at %.0f/s, and at %.0f/s before".formatted(after, usual));
            judge(most <= MOST_MEMORY * atFirst, "memory went from %d MB to %d MB".formatted(atFirst, most));
            judge(returned, "the disk space did not come back: %,d of %,d bytes".formatted(size(stage.data()), disk));
        }
    }

    private void judge(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void away(int hour) {
        stage.simulator().faults().set(WAYS_TO_BE_AWAY.get(hour % WAYS_TO_BE_AWAY.size()));
    }

    /** Files come, and are in the store before the hour is over. */
    private void come(int files) throws IOException {
        for (int file = 0; file < files; file++) {
            drops.drop();
        }
        if (!Stage.await(STALLED, () -> Drops.waiting(stage.folders()) == 0)) {
            throw new IOException("files stay in the folder during the outage");
        }
    }

    /** Reports per second from the first to the last but a tenth, where waits for single reports would count. */
    private double drain() throws IOException {
        long before = stage.simulator().reports();
        long due = drops.dropped().size() - before;
        stage.simulator().faults().clear();
        if (!Stage.await(STALLED, () -> stage.simulator().reports() > before)) {
            throw new IOException("nothing arrives after the outage");
        }
        long start = System.nanoTime();
        long first = stage.simulator().reports();
        Stage.await(Duration.ofMinutes(30), () -> stage.simulator().reports() - before >= due * 9 / 10);
        double perSecond = (stage.simulator().reports() - first) * 1e9 / (System.nanoTime() - start);
        Stage.await(STALLED, () -> stage.simulator().reports() == before + due);
        return perSecond;
    }

    private static long memory(ServiceProcess service) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(service.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(-1);
        }
    }

    private static long size(Path folder) {
        return Drops.files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private static Path codeOf(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
