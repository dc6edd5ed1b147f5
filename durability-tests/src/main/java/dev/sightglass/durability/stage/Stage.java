package dev.sightglass.durability.stage;

import dev.sightglass.demo.DropFolders;
import dev.sightglass.demo.FreePort;
import dev.sightglass.demo.ServiceFile;
import dev.sightglass.demo.ServiceProcess;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The service's jar, drop folders and a simulated server, in a folder of their own. The service itself is started, killed and started again
 * by whoever has the stage. Not thread-safe.
 */
public final class Stage implements AutoCloseable {

    /** Reports are sent again at once: a storm that waits for polite pauses would take all day. */
    public static final String IMPATIENT = """
                                           upload:
                                             rate-limit: none
                                             timeout: 2s
                                             retry-first: 100ms
                                             retry-most: 1s
                                             probe-interval: 200ms
                                           """;
    private static final String TOKEN = "c3Rvcm06c3Rvcm0=";
    private static final long KEEP_NOTHING = 0;

    private final Path root;
    private final DropFolders folders;
    private final WatsSimulator simulator;
    private final int port = FreePort.orAny(0);
    private final int managementPort = FreePort.orAny(0);
    private final List<ServiceProcess> started = new ArrayList<>();

    private final boolean ownsServer;
    private String store = "";

    private Stage(Path root, WatsSimulator simulator, boolean ownsServer) throws IOException {
        this.root = root;
        this.simulator = simulator;
        this.ownsServer = ownsServer;
        this.folders = DropFolders.create(root);
    }

    /** An empty stage in an existing folder, with a server that keeps no bytes and can cut connections. */
    public static Stage in(Path root) throws IOException {
        return new Stage(root, WatsSimulator.start(
            SimulatorOptions.defaults().withToken(TOKEN).withKeepBytes(KEEP_NOTHING).withWireFaults(true)), true);
    }

    /** Another service in another folder before the same server, which outlives it. */
    public Stage movedTo(Path folder) throws IOException {
        return new Stage(folder, simulator, false);
    }

    /** Writes the service's configuration; see {@link ServiceFile} for the parameters. */
    public void configure(Map<String, String> folderOptions, String more) throws IOException {
        new ServiceFile(simulator.url(), TOKEN, port, managementPort, folderOptions, more).write(folders);
    }

    /** Starts the service and does not wait. */
    public ServiceProcess launch(String... javaOptions) throws IOException {
        return launch(Map.of(), javaOptions);
    }

    /** Starts the service in this environment, and does not wait. */
    public ServiceProcess launch(Map<String, String> environment, String... javaOptions) throws IOException {
        return launched(Jar.command(javaOptions), environment);
    }

    private ServiceProcess launched(List<String> command, Map<String, String> environment) throws IOException {
        var service = ServiceProcess.launch(command, root.resolve("sightglass.yml"), managementPort, environment);
        started.add(service);
        return service;
    }

    /** Starts the service with more classes than its own, and does not wait. */
    public ServiceProcess launchWith(Path classes, String... javaOptions) throws IOException {
        return launched(Jar.commandWith(classes, javaOptions), Map.of());
    }

    /** Starts the service and waits until it is ready. */
    public ServiceProcess start(String... javaOptions) throws IOException, InterruptedException {
        var service = launch(javaOptions);
        service.awaitReady();
        return service;
    }

    /** Lets the JVM keep the classes that the service loads, which saves a storm of many starts half of each. Call it before the first. */
    public void prime() throws IOException, InterruptedException {
        if (!Jar.hasArchive()) {
            start(Jar.writesArchive()).close();
        }
    }

    public Path root() {
        return root;
    }

    /** The service's {@code data-dir}. */
    public Path data() {
        return root.resolve("data");
    }

    /** Where JDBC finds the service's store. */
    public String store() {
        return store.isEmpty() ? "jdbc:sqlite:" + data().resolve("queue.db") : store;
    }

    /** The service has its store elsewhere; where it does must be said in its configuration too. */
    public void storeIn(String jdbcUrl) {
        store = jdbcUrl;
    }

    public DropFolders folders() {
        return folders;
    }

    public WatsSimulator simulator() {
        return simulator;
    }

    /** An address of the service's API. */
    public URI api(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An address of the management port. */
    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    /** Waits until something holds; false when the time is over first. */
    public static boolean await(Duration atMost, BooleanSupplier condition) {
        var end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    /** Ends what still runs; the folder stays. */
    @Override
    public void close() throws IOException {
        started.stream().filter(ServiceProcess::isAlive).forEach(ServiceProcess::close);
        if (ownsServer) {
            simulator.close();
        }
    }

    /** Removes a folder and all that is in it. */
    public static void remove(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
