package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.workload.FileKind;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A steady flow of files of one kind, kept a little ahead of what the service takes. */
final class Flow {

    /** Enough that no part runs dry, few enough that the folder is not what is measured. */
    private static final int AHEAD = 3_000;
    private static final Duration REST = Duration.ofSeconds(5);

    private final Path jar;
    private final FileKind kind;
    private final Duration latency;
    private final int concurrency;
    private final Duration measured;

    Flow(Path jar, FileKind kind, Duration latency, int concurrency, Duration measured) {
        this.jar = jar;
        this.kind = kind;
        this.latency = latency;
        this.concurrency = concurrency;
        this.measured = measured;
    }

    String measure() throws IOException, InterruptedException {
        var root = Files.createTempDirectory("sightglass-bench-");
        try (var bench = Bench.start(jar, root, Setup.of(latency, concurrency))) {
            Thread.sleep(REST);
            long atRest = bench.residentMegabytes();
            var load = Thread.ofPlatform().daemon().start(() -> drop(bench, root, kind));
            Thread.sleep(measured);
            long before = bench.delivered();
            long start = System.nanoTime();
            var processorTime = bench.processorTime();
            Thread.sleep(measured);
            long reports = bench.delivered() - before;
            double perSecond = reports * 1e9 / (System.nanoTime() - start);
            long microsEach = bench.processorTime().minus(processorTime).toNanos() / 1_000 / Math.max(1, reports);
            long underLoad = bench.residentMegabytes();
            load.interrupt();
            load.join();
            return "%-12s %4d ms %8d %11.0f %11d us %11d MB %13d MB".formatted(kind, latency.toMillis(), concurrency,
                perSecond, microsEach, atRest, underLoad);
        }
    }

    /** Drops files until the thread is interrupted. */
    static void drop(Bench bench, Path root, FileKind kind) {
        var workload = new Workload(WorkloadOptions.only(kind, 1));
        try {
            for (long dropped = 0; !Thread.interrupted(); dropped++) {
                var file = workload.next();
                Files.write(Bench.drop(root).resolve(file.name()), file.bytes());
                while (dropped - bench.delivered() > AHEAD) {
                    Thread.sleep(1);
                }
            }
        } catch (InterruptedException _) {
            // the measurement is over
        } catch (IOException failed) {
            throw new IllegalStateException("the load stopped: " + failed.getMessage(), failed);
        }
    }
}
