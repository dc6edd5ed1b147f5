package dev.sightglass.benchmarks.delivery;

import dev.sightglass.demo.ServiceProcess;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A service with one drop folder and a simulated server, in a folder of its own. */
final class Bench implements AutoCloseable {

    private static final String TOKEN = "YmVuY2g6YmVuY2g=";
    private static final long KEEP_NOTHING = 0;

    private final Path root;
    private final WatsSimulator simulator;
    private final ServiceProcess service;
    private final int managementPort;

    private Bench(Path root, WatsSimulator simulator, ServiceProcess service, int managementPort) {
        this.managementPort = managementPort;
        this.root = root;
        this.simulator = simulator;
        this.service = service;
    }

    static Bench start(Path jar, Path root, Setup setup) throws IOException, InterruptedException {
        var options =
            SimulatorOptions.defaults().withPort(0).withToken(TOKEN).withLatency(setup.latency())
                .withKeepBytes(KEEP_NOTHING);
        var simulator = WatsSimulator.start(options);
        int management = freePort();
        var config = Files.writeString(root.resolve("sightglass.yml"), """
                                                                       sightglass:
                                                                         wats: {url: "%s", token: "%s"}
                                                                         data-dir: %s
                                                                         api: {port: 0}
                                                                         metrics: {port: %d, enabled: %s}
                                                                         upload: {concurrency: %d, rate-limit: %s}
                                                                         folders:
                                                                           - {path: %s, converter: wsjf}
                                                                       """.formatted(simulator.url(), TOKEN,
            root.resolve("data"), management, setup.metrics(), setup.concurrency(), setup.rateLimit(),
            Files.createDirectories(drop(root))));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var service = ServiceProcess.start(
            List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "-jar", jar.toAbsolutePath().toString()), config,
            management);
        return new Bench(root, simulator, service, management);
    }

    static Path drop(Path root) {
        return root.resolve("drop");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int managementPort() {
        return managementPort;
    }

    long delivered() {
        return simulator.reports();
    }

    /** Resident memory of the service in megabytes, as the kernel has it. */
    long residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(service.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(-1);
        }
    }

    /** Processor time that the service has used since its start. */
    Duration processorTime() {
        return ProcessHandle.of(service.pid()).flatMap(handle -> handle.info().totalCpuDuration())
            .orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        service.close();
        simulator.close();
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
