package dev.sightglass.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String TOKEN = "dGVzdDp0ZXN0";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder.resolve("in"));
    }

    @Test
    void everythingIsWell() throws IOException {
        try (var simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken(TOKEN))) {
            assertThat(check(simulator.url(), TOKEN, "wsjf")).isZero();
            assertThat(out.toString()).contains("ok    configuration", "ok    folder", "can be used",
                "answers and knows the token");
            assertThat(folder.resolve("data")).as("nothing is made").doesNotExist();
        }
    }

    @Test
    void everythingThatIsWrongIsNamed() throws IOException {
        try (var simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken(TOKEN))) {
            Files.createFile(folder.resolve("data"));
            assertThat(check(simulator.url(), "d3Jvbmc=", "wsjx")).isEqualTo(ExitCode.FOUND_WRONG.code());
            assertThat(out.toString()).contains("WRONG folder", "wsjf", "WRONG store", "sightglass.data-dir",
                "WRONG server", "does not know the token", "Remedy");
        }
    }

    @Test
    void aWrongConfigurationHasACodeOfItsOwn() throws IOException {
        var file = Files.writeString(folder.resolve("sightglass.yml"), "sightglass: {wats: {ulr: 'http://a'}}");
        assertThat(run(file)).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(out.toString()).contains("sightglass.wats.url");
    }

    private int check(URI server, String token, String converter) throws IOException {
        return run(Files.writeString(folder.resolve("sightglass.yml"),
            """
            sightglass:
              wats: {url: "%s", token: "%s"}
              data-dir: %s
              folders:
                - {path: %s, converter: %s}
            """.formatted(server, token, folder.resolve("data"), folder.resolve("in"), converter)));
    }

    private int run(Path config) {
        return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out)).execute("check", "--config",
            config.toString());
    }
}
