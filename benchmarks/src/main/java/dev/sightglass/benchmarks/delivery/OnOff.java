package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.workload.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The whole service with metrics on against off, in turns: on, off, off, on, so that a machine that slows down meanwhile favours neither. Each
 * pair gives one difference, and the differences a confidence interval.
 */
@Command(name = "on-off", mixinStandardHelpOptions = true, exitCodeOnExecutionException = 2, description = "Deliveries per second and processor time per delivery, with metrics on against off.")
public final class OnOff implements Callable<Integer> {
    private static final int CONCURRENCY = 20;
    private static final double PERCENT = 100;

    @Option(names = "--service", description = "The service's jar; default: ${DEFAULT-VALUE}.")
    private Path service = Path.of("client-service/target/sightglass.jar");

    @Option(names = "--pairs", description = "How often on and off are compared; default: ${DEFAULT-VALUE}.")
    private int pairs = 6;

    @Option(names = "--warm-up", description = "Seconds before each measurement; default: ${DEFAULT-VALUE}.")
    private int warmUp = 20;

    @Option(names = "--seconds", description = "Seconds of each measurement; default: ${DEFAULT-VALUE}.")
    private int seconds = 20;

    /** One run: deliveries in a second, and processor time for one. */
    private record Run(double perSecond, double microsEach) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.printf("%d processors, Java %s; %d pairs, %d s after a warm-up of %d s%n",
            Runtime.getRuntime().availableProcessors(), Runtime.version(), pairs, seconds, warmUp);
        List<Run> on = new ArrayList<>();
        List<Run> off = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            boolean onFirst = pair % 2 == 0;
            (onFirst ? on : off).add(run(onFirst));
            (onFirst ? off : on).add(run(!onFirst));
            System.out.printf("pair %d: on %.0f/s, %.0f us each; off %.0f/s, %.0f us each%n", pair + 1,
                on.getLast().perSecond(), on.getLast().microsEach(), off.getLast().perSecond(),
                off.getLast().microsEach());
        }
        report("deliveries per second", on, off, Run::perSecond);
        report("processor time of the service for each, us", on, off, Run::microsEach);
        return 0;
    }

    private Run run(boolean metrics) throws IOException, InterruptedException {
        var root = Files.createTempDirectory("sightglass-on-off-");
        try (var bench = Bench.start(service, root, Setup.of(Duration.ZERO, CONCURRENCY).withMetrics(metrics))) {
            var load = Thread.ofPlatform().daemon().start(() -> Flow.drop(bench, root, FileKind.WSJF));
            Thread.sleep(Duration.ofSeconds(warmUp));
            long before = bench.delivered();
            var busy = bench.processorTime();
            long start = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(seconds));
            double nanos = System.nanoTime() - start;
            double delivered = bench.delivered() - before;
            var run = new Run(delivered * 1e9 / nanos, bench.processorTime().minus(busy).toNanos() / 1e3 / delivered);
            load.interrupt();
            load.join();
            return run;
        }
    }

    private static void report(String what, List<Run> on, List<Run> off, ToDoubleFunction<Run> figure) {
        double[] differences = new double[on.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = PERCENT * (figure.applyAsDouble(on.get(i)) / figure.applyAsDouble(off.get(i)) - 1);
        }
        var interval = Interval.of(differences);
        System.out.printf("%-44s on %.0f, off %.0f: %s%n", what,
            on.stream().mapToDouble(figure).average().orElse(Double.NaN),
            off.stream().mapToDouble(figure).average().orElse(Double.NaN), interval.inPercent());
    }
}
