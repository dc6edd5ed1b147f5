package dev.sightglass.durability.disk;

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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The service with all that it writes - store, {@code Done}, zip files, reasons, log - on a small disk that is full again and again while
 * files wait. Each time it must go on by itself when there is space, with nothing lost.
 */
public final class DiskFull {

    /**
     * What to do.
     *
     * @param seed of the files
     * @param cycles how often the disk is full
     * @param full how long each time
     */
    public record Plan(long seed, int cycles, Duration full) {}

    private static final Map<String, String> AFTER_SUCCESS = Map.of("wsxf", "zip", "wstf", "delete");
    private static final int MEGABYTES = 48;
    private static final int FILES = 120;
    private static final int MOST_SPARE = 300_000;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private DiskFull() {}

    /**
     * Runs it.
     *
     * @param root an empty folder
     * @return what is wrong; empty when nothing is
     */
    public static List<String> run(Plan plan, Path root, PrintStream out) throws IOException, InterruptedException {
        out.printf("Disk full: seed %d, %d times%n", plan.seed(), plan.cycles());
        try (var disk = SmallDisk.in(root, MEGABYTES); var stage = Stage.in(disk.path())) {
            // No floor: it would stop intake before the disk is full, and here the last byte is meant.
            stage.configure(Map.of("wsjf", "quiet: 50ms", "csv", "quiet: 50ms", "atml", "quiet: 50ms", "wsxf",
                "quiet: 50ms\nafter-success: zip", "wstf", "quiet: 50ms\nafter-success: delete"),
                Stage.IMPATIENT + "queue:\n  min-free-bytes: 0\n");
            return cycles(plan, disk, stage, out);
        }
    }

    private static List<String> cycles(Plan plan, SmallDisk disk, Stage stage, PrintStream out)
        throws IOException, InterruptedException {
        var random = new SplittableRandom(plan.seed());
        var drops = new Drops(new Workload(WorkloadOptions.mixed(plan.seed())), stage.folders(), FILES);
        var faults = new ArrayList<String>();
        var service = stage.start();
        for (int cycle = 1; cycle <= plan.cycles() && faults.isEmpty(); cycle++) {
            for (int file = 0; file < FILES; file++) {
                drops.drop();
            }
            // Another step on the way hits the end of the disk each time.
            disk.fillBut(random.nextInt(MOST_SPARE));
            if (service.awaitEnd(plan.full())) {
                return List.of("the service ended by itself. The end of its log:\n" + service.tail());
            }
            var stuck = Drops.waiting(stage.folders());
            disk.free();
            faults.addAll(Books.settled(Map.of(stage, drops.dropped()), AFTER_SUCCESS, RECOVERY));
            out.printf("%d: %d of %d files waited while the disk was full; %,d reports on the server after it%n", cycle,
                stuck, FILES, stage.simulator().reports());
        }
        service.close();
        if (!service.tail().contains("Stopped")) {
            faults.add("the log did not go on after the disk was full");
        }
        return faults;
    }
}
