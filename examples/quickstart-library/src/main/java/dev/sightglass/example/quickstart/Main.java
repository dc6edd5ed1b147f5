package dev.sightglass.example.quickstart;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ProcessMetrics;
import dev.sightglass.metrics.server.MetricsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Hashes the files of a folder over and over, and shows what it does at {@code /metrics}. */
public final class Main {
    private static final int DEFAULT_PORT = 9400;
    private static final long REST_MILLIS = 1000;

    private Main() {}

    /**
     * Runs until it is interrupted.
     *
     * @param args the folder, and the port for the metrics; both may be left out
     * @throws IOException if the folder cannot be read or the port cannot be bound
     * @throws InterruptedException never in practice: nobody interrupts the main thread
     */
    public static void main(String... args) throws IOException, InterruptedException {
        Path folder = Path.of(args.length > 0 ? args[0] : ".");
        int port = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_PORT;

        MetricsCollector metrics = MetricsCollector.builder().namespace("quickstart").build();
        ProcessMetrics.register(metrics);
        FileHasher hasher = new FileHasher(metrics);
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (MetricsServer server = MetricsServer.start(metrics, here)) {
            System.out.println("Metrics: http://localhost:" + server.port() + "/metrics");
            while (true) {
                hasher.hash(folder);
                Thread.sleep(REST_MILLIS);
            }
        }
    }
}
