package dev.sightglass.monitoring.drill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started and answers. Closing ends it. */
final class Started implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;

    private Started(Process process) {
        this.process = process;
    }

    /** Starts it and waits until an address answers with 200. */
    static Started until(URI ready, Path log, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // settings of this build are none of the service's
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGHTGLASS_"));
        var process = builder.start();
        try {
            await().dontCatchUncaughtExceptions().atMost(START).pollInterval(Duration.ofMillis(100))
                .until(() -> answers(ready, process, log));
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
        return new Started(process);
    }

    private static boolean answers(URI ready, Process process, Path log) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended before it was ready:\n" + Files.readString(log));
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // nothing listens yet
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
