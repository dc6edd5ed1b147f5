package dev.sightglass.deployment.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.AccessMode;
import dev.sightglass.deployment.chart.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;

/** The service with the configuration that the chart writes, and the script of helm test against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {

    private Plant plant;
    private GenericContainer<?> service;
    private JsonNode canary;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path mounts) throws Exception {
        folder = mounts;
        plant = new Plant();
        var manifests =
            Chart.ci("sqlite").and("""
                                   wats: {url: 'http://wats:8090'}
                                   config: {upload: {retry-first: 100ms, retry-most: 500ms, probe-interval: 200ms}}
                                   tests: {canary: {timeoutSeconds: 5}}""").render();
        canary = manifests.kind("Pod").findFirst().orElseThrow().at("/spec/containers/0");
        readable("config/sightglass.yml", manifests.configMap().at("/data/sightglass.yml").asText());
        readable("wats/token", Plant.TOKEN);
        service = plant.service();
        service.getEnvMap().clear();
        Plant.mount(service, folder.resolve("config"), "/etc/sightglass", AccessMode.ro);
        Plant.mount(service, folder.resolve("wats"), "/run/secrets/sightglass/wats", AccessMode.ro);
        service.withCommand("run", "--config", "/etc/sightglass/sightglass.yml");
        service.start();
    }

    /** As a ConfigMap or Secret is mounted: everybody may read it. */
    private void readable(String name, String content) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.stop();
        }
        if (plant != null) {
            plant.close();
        }
    }

    private ExecResult helmTest() throws Exception {
        var command = new ArrayList<>(List.of("env"));
        canary.path("env")
            .forEach(entry -> command.add(entry.path("name").asText() + "=" + entry.path("value").asText()));
        command.add("HOST=127.0.0.1");
        canary.path("command").forEach(word -> command.add(word.asText()));
        canary.path("args").forEach(word -> command.add(word.asText()));
        return service.execInContainer(command.toArray(String[]::new));
    }

    @Test
    void theCanaryArrives() throws Exception {
        long before = plant.server().path("reports").asLong();

        var result = helmTest();

        assertThat(result.getExitCode()).as(result.toString()).isZero();
        assertThat(result.getStdout()).contains("Delivered");
        assertThat(plant.server().path("reports").asLong()).isGreaterThan(before);
    }

    @Test
    void theCanaryFailsWithTheReasonWhenTheServerRefusesIt() throws Exception {
        plant.fault("{\"kind\":\"status\",\"status\":400,\"path\":\"/api/Report\"}");

        var result = helmTest();

        plant.fault("{\"kind\":\"none\"}");
        assertThat(result.getExitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.getStdout()).contains("Refused by the WATS server for good");
    }

    @Test
    void theCanarySaysThatItIsSafeWhenTheServerIsAway() throws Exception {
        plant.fault("{\"kind\":\"status\",\"status\":503,\"path\":\"/api/Report\"}");

        var result = helmTest();

        plant.fault("{\"kind\":\"none\"}");
        assertThat(result.getExitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.getStdout()).contains("Not delivered within 5 s. The report is safe in the queue");
    }
}
