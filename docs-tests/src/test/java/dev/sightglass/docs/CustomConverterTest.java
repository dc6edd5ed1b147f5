package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's jar, put into the folder of converters as its page says, serves in a process of its own. */
class CustomConverterTest {

    private static final Path EXAMPLE = Pages.ROOT.resolve("examples/custom-converter");
    private static final String TOKEN = "dGVzdDp0ZXN0";

    @TempDir
    private Path home;

    private static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(50));
    }

    private Path configuration(WatsSimulator server) throws IOException {
        return Files.writeString(home.resolve("sightglass.yml"),
            """
            sightglass:
              wats:
                url: %s
                token: %s
              data-dir: %s
              convert:
                folder: %s
              folders:
                - path: %s
                  converter: leak-tester
                  quiet: 50ms
                  arguments:
                    process-code: 100
              api:
                port: 0
              metrics:
                port: %d
            """.formatted(server.url(), TOKEN, home.resolve("data"), home.resolve("converters"), home.resolve("drop"),
                BuiltService.freePort()));
    }

    @Test
    void aFileOfTheirsReachesTheServer() throws Exception {
        Files.createDirectories(home.resolve("drop"));
        Files.copy(EXAMPLE.resolve("target/leak-tester-converter.jar"),
            Files.createDirectories(home.resolve("converters")).resolve("leak-tester-converter.jar"));
        try (var server = WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken(TOKEN))) {
            var service = start(configuration(server));
            try {
                Files.copy(EXAMPLE.resolve("src/test/resources/good.leak"), home.resolve("drop/good.leak"));
                Files.writeString(home.resolve("drop/bad.leak"), "LEAKTEST 2\npart P\n");

                await().untilAsserted(() -> assertThat(server.reports()).isEqualTo(1));
                var stored = new String(server.stored().getFirst().bytes().orElseThrow(), StandardCharsets.UTF_8);
                assertThat(stored).contains("\"pn\":\"PUMP-7\"", "\"processCode\":100", "\"result\":\"P\"");
                await().untilAsserted(() -> assertThat(home.resolve("drop/Done/good.leak")).exists());
                await().untilAsserted(
                    () -> assertThat(home.resolve("drop/Error/bad.leak.reason.json")).content()
                        .contains("no line 'serial'"));
            } finally {
                service.destroy();
                assertThat(service.waitFor(30, TimeUnit.SECONDS)).as("ends by itself").isTrue();
            }
        }
        assertThat(home.resolve("service.log")).content().as("JSON, as asked for").startsWith("{\"timestamp\":\"")
            .contains("\"converter\":\"leak-tester\"", "\"message\":\"Stopped\"").doesNotContain(TOKEN);
    }

    private Process start(Path configuration) throws IOException {
        var builder =
            new ProcessBuilder(
                Program.jar("client-service/target/sightglass.jar", "run", "--config", configuration.toString()))
                .redirectErrorStream(true).redirectOutput(home.resolve("service.log").toFile());
        builder.environment().put("SIGHTGLASS_LOG_FORMAT", "json");
        return builder.start();
    }

    @Test
    void theDryRunOfThePageShowsAReport() {
        var ended = Program.run(Program.jar("client-service/target/sightglass.jar", "convert",
            EXAMPLE.resolve("src/test/resources/leaking.leak").toString(), "--converter", "leak-tester", "--converters",
            EXAMPLE.resolve("target").toString(), "--dry-run"));

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("confidence 0.90", "\"result\":\"F\"", "\"processCode\":31");
    }

    @Test
    void theExampleUsesTheConverterApiOfThisBuild() throws IOException {
        var version = Files.readString(Pages.ROOT.resolve("pom.xml"))
            .replaceFirst("(?s).*?<artifactId>sightglass</artifactId>\\s*<version>(.*?)<.*", "$1");

        assertThat(EXAMPLE.resolve("pom.xml")).content()
            .containsPattern("<artifactId>converter-api</artifactId>\\s*<version>" + version + "</version>");
    }
}
