package dev.sightglass.simulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a simulator until it is stopped. */
@Command(name = "simulator", mixinStandardHelpOptions = true, versionProvider = Main.BuiltVersion.class, sortOptions = false, description = "A WATS server to develop against.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
    "130, 143:stopped by Ctrl-C, SIGTERM", "1:the address is taken",
    "2:an option is wrong"})
public final class Main implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8090", description = "Port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--token", paramLabel = "TOKEN", description = "Token that clients must send as 'Authorization: Basic TOKEN' "
        + "(default: everybody is let in).")
    private @Nullable String token;

    @Option(names = "--read-only-token", paramLabel = "TOKEN", description = "Token that gets 403 on writes; repeatable.")
    private Set<String> readOnlyTokens = Set.of();

    @Option(names = "--latency", paramLabel = "TIME", defaultValue = "0ms", converter = Durations.class, description = "What every answer waits, for example 50ms or 2s (default: ${DEFAULT-VALUE}).")
    private Duration latency = Duration.ZERO;

    @Option(names = "--keep", paramLabel = "SIZE", defaultValue = "64MB", converter = Sizes.class, description = "Reports kept to be read back; past that only ids and SHA-256 (default: ${DEFAULT-VALUE}).")
    private Long keep = 0L;

    @Option(names = "--max-body", paramLabel = "SIZE", defaultValue = "30MB", converter = Sizes.class, description = "Larger bodies are answered with 413 (default: ${DEFAULT-VALUE}).")
    private Long maxBody = 0L;

    @Option(names = "--process", paramLabel = "CODE", description = "A further process code that reports may name; repeatable.")
    private List<Integer> processes = List.of();

    @Option(names = "--rate-limit", paramLabel = "COUNT", defaultValue = "0", description = "Requests taken in any minute, the rest get 429 and Retry-After; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private long rateLimit;

    @Option(names = "--wire-faults", description = "Allow connections to be reset; costs some CPU per request.")
    private boolean wireFaults;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    @Spec
    private @Nullable CommandSpec spec;

    /** Starts the command; the exit code tells how it ended. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        SimulatorOptions options;
        try {
            options = options();
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(commandLine, String.valueOf(wrong.getMessage()), wrong);
        }
        try (var simulator = WatsSimulator.start(options)) {
            if (!quiet) {
                greet(commandLine.getOut(), simulator);
            }
            waitForStop(simulator);
            return 0;
        } catch (UncheckedIOException failed) {
            commandLine.getErr().println(failed.getMessage());
            return 1;
        }
    }

    private SimulatorOptions options() {
        var known = new ArrayList<>(WatsProcess.defaults());
        for (var code : processes) {
            known.removeIf(process -> process.code() == code);
            known.add(new WatsProcess(code, "Process " + code, false));
        }
        return SimulatorOptions.defaults().withHost(host).withPort(port).withToken(token)
            .withReadOnlyTokens(readOnlyTokens)
            .withLatency(latency).withKeepBytes(keep).withMaxBodyBytes(maxBody).withProcesses(known)
            .withRateLimit(rateLimit, Duration.ofMinutes(1)).withWireFaults(wireFaults);
    }

    /** The version from the manifest of the jar. */
    static final class BuiltVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"WATS simulator " + Objects.requireNonNullElse(version, "(not packaged)")};
        }
    }

    private static void waitForStop(WatsSimulator simulator) throws InterruptedException {
        var stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            simulator.close();
            stop.countDown();
        }));
        stop.await();
    }

    private void greet(PrintWriter out, WatsSimulator simulator) {
        var url = simulator.url();
        out.println("WATS simulator at " + url + (token == null ? ", open to everybody" : ", for the given token"));
        out.println("  reports   POST " + url + "/api/Report/WSJF");
        out.println("  state     curl " + url + "/simulator/state");
        out.println("  a fault   curl -X PUT " + url
            + "/simulator/faults -d '{\"kind\":\"status\",\"status\":503,\"share\":0.1}'");
        out.println("  no fault  curl -X DELETE " + url + "/simulator/faults");
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
