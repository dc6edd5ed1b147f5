package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.testing.Reports;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration file changes under a running service. */
class ConfigReloadTest {

    @TempDir
    private Path root;
    private final HttpClient http = HttpClient.newHttpClient();
    private WatsSimulator simulator;
    private ServiceContext service;
    private int managementPort;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withToken("secret"));
        managementPort = ServiceFixture.freePort();
        file = root.resolve("sightglass.yml");
        write(4, "secret", "one");
        service = ServiceContext.start(Optional.of(file));
    }

    @AfterEach
    void stop() {
        service.close();
        simulator.close();
        http.shutdownNow();
    }

    private void write(int concurrency, String token, String... folders) throws IOException {
        write(text(concurrency, token, folders));
    }

    private String text(int concurrency, String token, String... folders) throws IOException {
        var text =
            new StringBuilder("""
                              sightglass:
                                wats: {url: "%s", token: "%s"}
                                data-dir: %s
                                api: {port: 0}
                                metrics: {port: %d}
                                lifecycle: {reload-interval: 50ms}
                                upload: {concurrency: %d, rate-limit: none, probe-interval: 50ms}
                                folders:
                              """.formatted(simulator.url(), token, root.resolve("data"), managementPort, concurrency));
        for (var folder : folders) {
            text.append("    - {path: %s, converter: wsjf, quiet: 50ms}%n"
                .formatted(Files.createDirectories(root.resolve(folder))));
        }
        return text.toString();
    }

    private void write(String text) throws IOException {
        var changed = Files.writeString(root.resolve("new.yml"), text);
        Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String management(String path) throws IOException, InterruptedException {
        return get(managementPort, path);
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString()).body();
    }

    private void awaitReloads(String outcome, int number) {
        await().untilAsserted(() -> assertThat(management("/metrics"))
            .contains("sightglass_config_reloads_total{outcome=\"" + outcome + "\"} " + number + ".0"));
    }

    private void drop(String folder, String serialNumber) throws IOException {
        Files.write(root.resolve(folder).resolve(serialNumber + ".json"), Reports.valid(serialNumber).json());
    }

    private void awaitDelivered(int reports) {
        await().untilAsserted(() -> assertThat(simulator.reports()).isEqualTo(reports));
    }

    @Test
    void aNewFolderIsServedAndOneThatIsGoneIsNotWithoutARestart() throws Exception {
        drop("one", "1");
        awaitDelivered(1);

        write(4, "secret", "two");
        awaitReloads("applied", 1);
        drop("two", "2");
        awaitDelivered(2);
        assertThat(management("/metrics")).contains("sightglass_folder_up{folder=\"two\"} 1.0")
            .doesNotContain("sightglass_folder_up{folder=\"one\"}");
        drop("one", "3");

        write(4, "secret", "two", "one");
        awaitReloads("applied", 2);
        awaitDelivered(3);
        assertThat(simulator.repeats()).isZero();
    }

    @Test
    void concurrencyAndTokenChangeWithoutARestart() throws Exception {
        write(9, "wrong", "one");
        awaitReloads("applied", 1);
        drop("one", "1");
        await().untilAsserted(
            () -> assertThat(get(service.port(), "/api/v1/status")).contains("\"concurrencyMost\":9", "\"PAUSED\""));

        write(9, "secret", "one");
        awaitDelivered(1);
        assertThat(management("/metrics")).contains("sightglass_config_last_reload_successful 1.0");
    }

    @Test
    void aBadFileKeepsTheOneBeforeAndSaysSo() throws Exception {
        var texts = new String[]{text(0, "secret", "one"), text(4, "secret", "one").replace("upload:", "uplaod:"),
            "sightglass: [", "",
            text(4, "two words", "one"), text(4, "secret", "one").replace("converter: wsjf", "converter: wsfj")};
        int refused = 0;
        for (var text : texts) {
            write(text);
            awaitReloads("refused", ++refused);
        }
        assertThat(management("/metrics")).contains("sightglass_config_last_reload_successful 0.0");
        await().untilAsserted(() -> assertThat(management("/health/details")).contains("wsfj", "mend the file"));
        drop("one", "1");
        awaitDelivered(1);
        assertThat(get(service.port(), "/api/v1/status")).contains("\"concurrencyMost\":4");

        write(5, "secret", "one");
        awaitReloads("applied", 1);
        await().untilAsserted(
            () -> assertThat(management("/health/details")).contains("the configuration in the file is in force"));
    }

    @Test
    void whatTakesARestartIsNamed() throws Exception {
        write(text(4, "secret", "one") + "  cache: {ttl: 10s}\n");
        awaitReloads("applied", 1);
        await().untilAsserted(
            () -> assertThat(management("/health/details")).contains("changes of sightglass.cache wait for a restart"));
    }

    /** Case T8: reloads under load do not stall it, and a second process on the same data is refused in words. */
    @Test
    void t8AHundredReloadsUnderLoad() throws Exception {
        for (int change = 0; change < 100; change++) {
            drop("one", "r" + change);
            write(1 + change % 8, "secret", change % 2 == 0 ? new String[]{"one", "two"} : new String[]{"one"});
            awaitReloads("applied", change + 1);
        }
        awaitDelivered(100);
        assertThat(simulator.repeats()).isZero();

        assertThatThrownBy(() -> ServiceContext
            .start(Optional.of(file), Map.of("sightglass.metrics.port", ServiceFixture.freePort())).close())
            .rootCause().hasMessageContaining("data");
        drop("one", "afterwards");
        awaitDelivered(101);
    }
}
