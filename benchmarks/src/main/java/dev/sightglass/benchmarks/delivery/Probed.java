package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.workload.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What probes cost the flow of reports: reports per second without and with them, in turns, in one running service. The probes come from
 * wrk, whose connections wait between requests so that their number a second is about what is asked for.
 */
final class Probed {

    private static final int CONCURRENCY = 20;
    private static final int CONNECTIONS = 200;
    private static final int TURNS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private final Path jar;
    private final int rate;
    private final Duration latency;
    private final Duration turn;

    Probed(Path jar, int rate, Duration latency, Duration turn) {
        this.jar = jar;
        this.rate = rate;
        this.latency = latency;
        this.turn = turn;
    }

    void measure(Consumer<String> out) throws IOException, InterruptedException {
        var root = Files.createTempDirectory("sightglass-probed-");
        try (var bench = Bench.start(jar, root, latency, CONCURRENCY)) {
            out.accept("server latency " + latency.toMillis() + " ms");
            probesAlone(bench, root, out);
            var load = Thread.ofPlatform().daemon().start(() -> Flow.drop(bench, root, FileKind.WSJF));
            Thread.sleep(WARM_UP);
            for (int round = 1; round <= TURNS; round++) {
                out.accept("%d: without probes %6.0f reports/s".formatted(round, reports(bench, () -> Thread.sleep(turn))));
                var said = new StringBuilder();
                out.accept("%d: with probes    %6.0f reports/s".formatted(round, reports(bench, () -> said.append(probe(bench, root)))));
                out.accept(said.toString());
            }
            load.interrupt();
            load.join();
        }
    }

    /** What the service spends on probes when it does nothing else; the first turn warms the code up. */
    private void probesAlone(Bench bench, Path root, Consumer<String> out) throws IOException, InterruptedException {
        var _ = probe(bench, root);
        var before = bench.processorTime();
        var said = probe(bench, root);
        var spent = bench.processorTime().minus(before);
        out.accept("probes alone: %.0f %% of one processor".formatted(100.0 * spent.toMillis() / turn.toMillis()));
        out.accept(said);
    }

    private static double reports(Bench bench, Turn turn) throws IOException, InterruptedException {
        long before = bench.delivered();
        long start = System.nanoTime();
        turn.run();
        return (bench.delivered() - before) * 1e9 / (System.nanoTime() - start);
    }

    private String probe(Bench bench, Path root) throws IOException, InterruptedException {
        long waitMillis = CONNECTIONS * 1000L / rate;
        var script = Files.writeString(root.resolve("probes.lua"), """
            function delay() return %d end
            function done(summary, latency, requests)
              local errors = summary.errors
              io.write(string.format("   %%d probes, %%.0f/s, wrong status %%d, other errors %%d, p50 %%.1f ms, p99 %%.1f ms, most %%.1f ms",
                summary.requests, summary.requests * 1e6 / summary.duration, errors.status,
                errors.connect + errors.read + errors.write + errors.timeout,
                latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
            end
            """.formatted(waitMillis));
        var wrk = new ProcessBuilder(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + turn.toSeconds() + "s", "-s", script.toString(),
            "http://127.0.0.1:" + bench.managementPort() + "/health/ready")).redirectErrorStream(true).start();
        var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk failed: " + said);
        }
        return said.lines().filter(line -> line.contains("probes,")).findFirst().orElse(said);
    }

    @FunctionalInterface
    private interface Turn {
        void run() throws IOException, InterruptedException;
    }
}
