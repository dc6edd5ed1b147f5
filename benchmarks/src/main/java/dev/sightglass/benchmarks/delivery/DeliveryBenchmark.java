package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.workload.FileKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how many reports a second reach the server, and what memory that takes. Load, service and simulated server share the machine,
 * as they do in the figures of docs/performance.md.
 */
@Command(name = "delivery", mixinStandardHelpOptions = true, description = "Files per second from drop to the server's 200, and memory.")
public final class DeliveryBenchmark implements Callable<Integer> {

    @Option(names = "--service", description = "The service's jar; default: ${DEFAULT-VALUE}.")
    private Path service = Path.of("client-service/target/sightglass.jar");

    @Option(names = "--seconds", description = "How long each case is measured, after as long a warm-up; default: ${DEFAULT-VALUE}.")
    private int seconds = 15;

    @Option(names = "--latency", split = ",", description = "The simulated server's latencies in milliseconds; default: ${DEFAULT-VALUE}.")
    private List<Integer> latencies = List.of(0, 50);

    @Option(names = "--concurrency", split = ",", description = "Uploads at once; with --probes the last of them; default: ${DEFAULT-VALUE}.")
    private List<Integer> concurrencies = List.of(1, 5, 20);

    @Option(names = "--kinds", split = ",", description = "Kinds of files; default: ${DEFAULT-VALUE}.")
    private List<FileKind> kinds = List.of(FileKind.WSJF, FileKind.WSJF_LARGE);

    @Option(names = "--crowd", description = "Instead: memory with this many files in the folder at once.")
    private int crowd;

    @Option(names = "--probes", description = "Instead: reports per second without and with this many probes a second; needs wrk.")
    private int probes;

    @Option(names = "--rate-limit", description = "With --probes, what the server takes, as in sightglass.upload.rate-limit; default: ${DEFAULT-VALUE}.")
    private String rateLimit = "none";

    @Option(names = "--nice", description = "With --probes, the niceness of wrk: with 19 it takes what the others leave, nearly as a client elsewhere; default: ${DEFAULT-VALUE}.")
    private int niceness;

    @Option(names = "--rounds", description = "With --probes, how often each is measured; default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Override
    public Integer call() throws Exception {
        System.out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        if (crowd > 0) {
            System.out.println(Crowd.measure(service, crowd));
            return 0;
        }
        if (probes > 0) {
            for (int latency : latencies) {
                var setup = Setup.of(Duration.ofMillis(latency), concurrencies.getLast()).withRateLimit(rateLimit);
                new Probed(service, probes, niceness, setup, Duration.ofSeconds(seconds), rounds)
                    .measure(System.out::println);
            }
            return 0;
        }
        System.out.println("kind         latency  at once   reports/s    CPU/report    RSS at rest   RSS under load");
        for (var kind : kinds) {
            for (int latency : latencies) {
                for (int concurrency : concurrencies) {
                    var flow =
                        new Flow(service, kind, Duration.ofMillis(latency), concurrency, Duration.ofSeconds(seconds));
                    System.out.println(flow.measure());
                }
            }
        }
        return 0;
    }
}
