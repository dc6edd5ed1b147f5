package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.workload.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What probes cost the flow of reports: reports per second without probes, with probes of a bare server beside the service, and with probes of
 * the service, in turns, in one running service. The probes come from wrk, whose connections wait between requests so that their number a
 * second is about what is asked for. wrk shares the machine with the flow, and so what it takes itself is told apart by the bare server.
 */
final class Probed {

    private static final int CONNECTIONS = 200;
    private static final double PERCENT = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private final Path jar;
    private final int rate;
    private final int niceness;
    private final Setup setup;
    private final Duration turn;
    private final int rounds;

    Probed(Path jar, int rate, int niceness, Setup setup, Duration turn, int rounds) {
        this.jar = jar;
        this.rate = rate;
        this.niceness = niceness;
        this.setup = setup;
        this.turn = turn;
        this.rounds = rounds;
    }

    void measure(Consumer<String> out) throws IOException, InterruptedException {
        var root = Files.createTempDirectory("sightglass-probed-");
        int barePort = Bench.freePort();
        var bare = BareServer.start(barePort);
        try (var bench = Bench.start(jar, root, setup)) {
            out.accept("server latency %d ms, %d uploads at once, rate limit %s".formatted(setup.latency().toMillis(),
                setup.concurrency(), setup.rateLimit()));
            probesAlone(bench, root, out);
            var _ = probe(barePort, root);
            var load = Thread.ofPlatform().daemon().start(() -> Flow.drop(bench, root, FileKind.WSJF));
            Thread.sleep(WARM_UP);
            rounds(bench, barePort, root, out);
            load.interrupt();
            load.join();
        } finally {
            bare.destroy();
        }
    }

    private void rounds(Bench bench, int barePort, Path root, Consumer<String> out)
        throws IOException, InterruptedException {
        var overNothing = new double[rounds];
        var overBare = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double without = reports(bench, () -> Thread.sleep(turn));
            double beside = reports(bench, () -> probe(barePort, root));
            var said = new StringBuilder();
            double with = reports(bench, () -> said.append(probe(bench.managementPort(), root)));
            out.accept("%d: %.0f reports/s without probes, %.0f with probes of a bare server, %.0f of the service"
                .formatted(round + 1, without, beside, with));
            out.accept(said.toString());
            overNothing[round] = PERCENT * (with / without - 1);
            overBare[round] = PERCENT * (with / beside - 1);
        }
        out.accept("probes of the service against none:             " + Interval.of(overNothing).inPercent());
        out.accept("probes of the service against a bare server's: " + Interval.of(overBare).inPercent());
    }

    /** What the service spends on probes when it does nothing else; the first turn warms the code up. */
    private void probesAlone(Bench bench, Path root, Consumer<String> out) throws IOException, InterruptedException {
        var _ = probe(bench.managementPort(), root);
        var before = bench.processorTime();
        var said = probe(bench.managementPort(), root);
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

    private String probe(int port, Path root) throws IOException, InterruptedException {
        var script = root.resolve("probes.lua");
        try (var source = Objects.requireNonNull(Probed.class.getResourceAsStream("/probes.lua"))) {
            Files.write(script, source.readAllBytes());
        }
        var target = "http://127.0.0.1:" + port + "/health/ready";
        var wait = Integer.toString(CONNECTIONS * 1000 / rate);
        var command = List.of("nice", "-n" + niceness, "wrk", "-t1", "-c" + CONNECTIONS, "-d" + turn.toSeconds(), "-s",
            script.toString());
        var all = Stream.concat(command.stream(), Stream.of(target, "--", wait)).toList();
        var wrk = new ProcessBuilder(all).redirectErrorStream(true).start();
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
