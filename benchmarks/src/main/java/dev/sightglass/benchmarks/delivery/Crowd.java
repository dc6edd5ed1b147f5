package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.workload.FileKind;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A folder that is full when the service starts, as after a long outage: memory, and time until all is delivered. */
final class Crowd {

    private static final int CONCURRENCY = 20;

    private Crowd() {}

    static String measure(Path jar, int files) throws IOException, InterruptedException {
        var root = Files.createTempDirectory("sightglass-crowd-");
        fill(root, files);
        try (var bench = Bench.start(jar, root, Setup.of(Duration.ZERO, CONCURRENCY))) {
            long start = System.nanoTime();
            long most = 0;
            while (bench.delivered() < files) {
                most = Math.max(most, bench.residentMegabytes());
                Thread.sleep(200);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return "%,d files in the folder: all delivered in %.0f s (%.0f/s), at most %d MB resident".formatted(files,
                seconds,
                files / seconds, most);
        }
    }

    private static void fill(Path root, int files) throws IOException {
        var workload = new Workload(WorkloadOptions.only(FileKind.WSJF, 1));
        var drop = Files.createDirectories(Bench.drop(root));
        for (int file = 0; file < files; file++) {
            var next = workload.next();
            Files.write(drop.resolve(next.name()), next.bytes());
        }
    }
}
