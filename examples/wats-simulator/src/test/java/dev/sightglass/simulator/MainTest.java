package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(60)
class MainTest {

    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new Main()).setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--prot=1|Unknown option: '--prot=1'",
        "--latency=50|expected a time such as 50ms, 2s or 1m. Found: 50",
        "--keep=much|expected a size such as 500KB, 64MB or 1GB. Found: much",
        "--port=70000|port: must be 0 to 65535. Found: 70000",
        "--max-body=0|maxBodyBytes: must be 1 to 2 GiB. Found: 0"})
    void saysWhichOptionIsWrong(String option, String message) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void saysThatThePortIsTaken() {
        try (var other = WatsSimulator.start(SimulatorOptions.defaults())) {
            assertThat(run("--port", String.valueOf(other.port()))).isEqualTo(1);
            assertThat(errors.toString()).contains("127.0.0.1:" + other.port() + ": cannot be listened on")
                .contains("another port");
        }
    }

    @Test
    void servesUntilItIsToldToStop() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
            new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--port", "0",
                "--token", "dG9rZW4=", "--latency", "1ms", "--process", "4711", "--wire-faults")
                .redirectErrorStream(true).start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var http = HttpClient.newHttpClient()) {
            var greeting = out.readLine();
            assertThat(greeting).matches("WATS simulator at http://127\\.0\\.0\\.1:\\d+, for the given token");
            var url = URI.create(greeting.replaceFirst(".* at (http[^,]+),.*", "$1") + "/api/App/Processes");
            var request = HttpRequest.newBuilder(url).header("Authorization", "Basic dG9rZW4=").build();
            assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("4711");

            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
