package dev.sightglass.durability.limits;

import dev.sightglass.demo.workload.FileKind;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.durability.stage.Books;
import dev.sightglass.durability.stage.Drops;
import dev.sightglass.durability.stage.Stage;
import dev.sightglass.simulator.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * No server, a queue that is full, and files that wait: however often the service starts again, in order or not, it takes no more than the
 * limit allows. When the server is back, everything flows.
 */
public final class FullQueue {

    private static final int LIMIT = 200;
    private static final int FILES = 1_500;
    private static final Duration STALLED = Duration.ofSeconds(60);
    private static final Duration FULL = Duration.ofSeconds(30);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final int LONGEST_LIFE_MILLIS = 3_000;

    private FullQueue() {}

    /**
     * Runs it.
     *
     * @param restarts how often the service starts again
     * @param root an empty folder
     * @return what is wrong; empty when nothing is
     */
    public static List<String> run(long seed, int restarts, Path root, PrintStream out)
        throws IOException, InterruptedException {
        out.printf("Full queue: seed %d, %d restarts at max-items %d with %d files waiting%n", seed, restarts, LIMIT,
            FILES);
        var random = new SplittableRandom(seed);
        var faults = new ArrayList<String>();
        try (var stage = Stage.in(root)) {
            stage.configure(Map.of("wsjf", "quiet: 50ms"), Stage.IMPATIENT + "queue:\n  max-items: " + LIMIT + "\n");
            stage.simulator().faults().set(Fault.of(Fault.Kind.DROP));
            var drops = new Drops(new Workload(WorkloadOptions.only(FileKind.WSJF, seed)), stage.folders(), FILES);
            for (int file = 0; file < FILES; file++) {
                drops.drop();
            }
            var service = stage.start();
            Stage.await(FULL, () -> Drops.waiting(stage.folders()) <= FILES - LIMIT);
            // What was under way when it became full is let in, and from then on nothing is.
            service.awaitEnd(LAST_LOOK);
            int waiting = Drops.waiting(stage.folders());
            if (waiting == 0) {
                faults.add("the queue was never full");
            }
            for (int restart = 0; restart < restarts; restart++) {
                if (random.nextBoolean()) {
                    service.kill();
                } else {
                    service.close();
                }
                service = stage.launch();
                service.awaitStarted(); // with a full queue it is not ready
                service.awaitEnd(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
                if (Drops.waiting(stage.folders()) < waiting) {
                    faults.add("restart %d took files into a full queue: %d wait, %d before".formatted(restart,
                        Drops.waiting(stage.folders()), waiting));
                }
            }
            stage.simulator().faults().clear();
            faults.addAll(Books.settled(Map.of(stage, drops.dropped()), Map.of(), STALLED));
            out.printf("%d files waited through %d restarts; then %,d reports arrived%n", waiting, restarts,
                stage.simulator().reports());
        }
        return faults;
    }
}
