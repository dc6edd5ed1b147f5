package dev.sightglass.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In a process of its own, as a user starts it. */
    @Test
    void showsWhatItDoesOnItsPort(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "twelve bytes");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), Main.class.getName(), folder.toString(), "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            HttpClient http = HttpClient.newHttpClient()) {
            String address = Objects.requireNonNull(said.readLine()).replace("Metrics: ", "");
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilAsserted(() -> assertThat(
                get(http, address, "text/plain"))
                .contains("quickstart_files_hashed_total{ending=\"txt\"} ").contains("process_cpu_seconds_total "));
            assertThat(get(http, address, "application/json")).contains("\"quickstart_files_left\":[{\"value\":0}]");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String get(HttpClient http, String address, String accept) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
            HttpRequest.newBuilder(URI.create(address)).header("Accept", accept).build(),
            HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(List.of(answer.headers().firstValue("Content-Type").orElse("").split(";"))).contains(accept);
        return answer.body();
    }
}
