package dev.sightglass.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sightglass demo}. */
@Command(name = "sightglass demo", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Starts the service with a simulated WATS server and drops realistic test reports into its folders.",
    "Runs until Ctrl-C, or with --reports until that many have been delivered and accounted for."}, footer = {"",
        "Exit codes: 0 every good report arrived and every bad file is in Error with its reason,",
        "1 something is missing, 2 wrong command line, 30 the service did not start."})
final class Main implements Callable<Integer> {

    @Option(names = "--reports", paramLabel = "N", description = "End by itself after N reports, with a ledger.")
    private int reports;

    @Option(names = "--rate", paramLabel = "R", description = "Files per second; 0 is as fast as the disk takes them. Default: 10, or 0 with --reports.")
    private double rate = -1;

    @Option(names = "--port", description = "The service's API; default: ${DEFAULT-VALUE}, or a free one when that is taken.")
    private int port = 8080;

    @Option(names = "--management-port", description = "Health and metrics; default: ${DEFAULT-VALUE}, or a free one when that is taken.")
    private int managementPort = 9090;

    @Option(names = "--latency", paramLabel = "MS", description = "How long the simulated server takes for an answer, in milliseconds.")
    private int latencyMillis;

    @Option(names = "--seed", description = "Another seed gives other files; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--keep", description = "Keep the working folder: drop folders, queue, log.")
    private boolean keep;

    @Option(names = "--java", hidden = true, required = true)
    private Path java = Path.of("java");

    @Option(names = "--service", hidden = true, required = true)
    private Path service = Path.of("sightglass.jar");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).setExecutionExceptionHandler((failed, commandLine, _) -> {
            commandLine.getErr().println("sightglass: the demo cannot go on: " + failed.getMessage());
            return 30;
        }).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        double filesPerSecond = rate >= 0 ? rate : reports > 0 ? 0 : 10;
        var plan = new DemoPlan(reports, filesPerSecond, FreePort.orAny(port), FreePort.orAny(managementPort),
            Duration.ofMillis(latencyMillis), seed, keep, java, service);
        return Demo.run(plan);
    }
}
