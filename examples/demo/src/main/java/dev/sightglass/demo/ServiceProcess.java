package dev.sightglass.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as users run it: a process of its own, known by its ports. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final int TAIL = 15;

    private final Process process;
    private final Path log;
    private final URI health;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private ServiceProcess(Process process, Path log, URI health) {
        this.process = process;
        this.log = log;
        this.health = health;
    }

    /**
     * Starts the service and waits until it says that it is ready.
     *
     * @param command Java with its options and the jar, all before {@code run}
     * @param config the YAML file; the log goes beside it
     * @param managementPort where the file puts health
     * @throws IOException when it does not become ready, with the end of its log
     */
    public static ServiceProcess start(List<String> command, Path config, int managementPort)
        throws IOException, InterruptedException {
        var service = launch(command, config, managementPort, Map.of());
        service.awaitReady();
        return service;
    }

    /**
     * Starts the service and waits for nothing.
     *
     * @param command Java with its options and the jar, all before {@code run}
     * @param config the YAML file; the log goes beside it, at the end of what is there
     * @param managementPort where the file puts health
     * @param environment added to this process's own
     */
    public static ServiceProcess launch(List<String> command, Path config, int managementPort,
        Map<String, String> environment) throws IOException {
        var log = config.resolveSibling("service.log");
        var whole = new ArrayList<>(command);
        whole.addAll(List.of("run", "--config", config.toString()));
        var builder = new ProcessBuilder(whole).redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        return new ServiceProcess(process, log, URI.create("http://127.0.0.1:" + managementPort + "/health/"));
    }

    /**
     * Waits until the service says that it is ready.
     *
     * @throws IOException when it does not, with the end of its log; the process is then gone
     */
    public void awaitReady() throws IOException, InterruptedException {
        await("ready");
    }

    /**
     * Waits until the service says that it has started, which it does with a full queue too.
     *
     * @throws IOException when it does not, with the end of its log; the process is then gone
     */
    public void awaitStarted() throws IOException, InterruptedException {
        await("started");
    }

    private void await(String probe) throws IOException, InterruptedException {
        var limit = Instant.now().plus(START_LIMIT);
        while (!says(probe)) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                process.destroyForcibly();
                throw new IOException("the service did not become " + probe + ". The end of its log:\n" + tail());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether the service says that it can take work. */
    public boolean isReady() throws InterruptedException {
        return says("ready");
    }

    private boolean says(String probe) throws InterruptedException {
        try {
            return http
                .send(HttpRequest.newBuilder(health.resolve(probe)).timeout(Duration.ofSeconds(2)).build(),
                    BodyHandlers.discarding())
                .statusCode() == 200;
        } catch (IOException _) {
            return false; // nothing listens yet
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id, to look at its memory. */
    public long pid() {
        return process.pid();
    }

    /** The end of the log. */
    public String tail() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    /** Pulls the plug: SIGKILL, with no chance to finish anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits for the process to end by itself; false when the time is over first. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** As an operator would: SIGTERM, and SIGKILL only when that does not help. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
