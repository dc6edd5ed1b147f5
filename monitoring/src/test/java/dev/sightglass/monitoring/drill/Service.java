package dev.sightglass.monitoring.drill;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.sightglass.demo.workload.FileKind;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.monitoring.Project;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service from its jar, its simulated server, and files that turn up all the time, whether it runs or not. */
final class Service implements AutoCloseable {

    private static final String TOKEN = "ZHJpbGw6ZHJpbGw=";
    private static final Duration BETWEEN_FILES = Duration.ofMillis(150);

    final WatsSimulator simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken(TOKEN));
    final int api = Ports.free();
    final int management = Ports.free();
    private final Path root;
    /** A folder into which nothing is dropped. */
    private final Path idle;
    private final List<String> command;
    private @Nullable Started process;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread load;

    Service(Path root) throws IOException {
        this.root = root;
        var jar = Project.ROOT.resolve("client-service/target/sightglass.jar");
        if (!Files.exists(jar)) {
            abort(jar
                + " is not there, so there was no drill; package client-service first: mvn package -pl client-service -am");
        }
        idle = Files.createDirectories(root.resolve("idle"));
        command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), "run", "--config",
            configure().toString());
        load = Thread.ofVirtual().name("load").start(this::drop);
    }

    void start() throws IOException {
        process = Started.until(URI.create("http://127.0.0.1:" + management + "/health/ready"),
            root.resolve("service.log"), command);
    }

    void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    /** Takes a folder away, or brings it back. */
    void setIdleFolder(boolean isThere) throws IOException {
        if (isThere) {
            Files.createDirectory(idle);
        } else {
            Files.delete(idle);
        }
    }

    private Path configure() throws IOException {
        var folders = new StringBuilder();
        for (var key : Stream.of(FileKind.values()).map(FileKind::folderKey).distinct().toList()) {
            folders.append("    - path: ").append(Files.createDirectories(root.resolve(key)))
                .append("\n      converter: ").append(key)
                .append('\n');
        }
        folders.append("    - path: ").append(idle).append("\n      converter: wsjf\n");
        return Files.writeString(root.resolve("sightglass.yml"),
            Stream.of("sightglass:", "  wats:", "    url: " + simulator.url(),
                "    token: " + TOKEN, "  data-dir: " + root.resolve("data"), "  api:", "    port: " + api,
                "  metrics:", "    port: " + management,
                "  upload:", "    rate-limit: none", "    retry-first: 200ms", "    retry-most: 1s",
                "    probe-interval: 500ms", "  folders:")
                .collect(Collectors.joining("\n", "", "\n")) + folders);
    }

    private void drop() {
        var workload = new Workload(WorkloadOptions.mixed(6));
        try {
            while (!closing.await(BETWEEN_FILES.toMillis(), TimeUnit.MILLISECONDS)) {
                var file = workload.next();
                var part = Files.write(root.resolve("part"),
                    file.folderKey().equals("csv") ? withOperation(file.bytes()) : file.bytes());
                Files.move(part, root.resolve(file.folderKey()).resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Names the operation instead of its code, so that the server is asked for it and the cache has something to do. */
    private static byte[] withOperation(byte[] csv) {
        var rows = new String(csv, StandardCharsets.UTF_8).lines().toList();
        return rows.stream().map(row -> row + (row.equals(rows.getFirst()) ? ",process" : ",Flying probe"))
            .collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closing.countDown();
        joined(load);
        stop();
        simulator.close();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
