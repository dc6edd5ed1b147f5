package dev.sightglass.deployment.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The image as a random uid, with a read-only root and no capability. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageTest {

    private Plant plant;
    private GenericContainer<?> service;

    @BeforeAll
    void start() {
        plant = new Plant();
        service = plant.service().withEnv("SIGHTGLASS_FOLDERS_0_PATH", "/drop")
            .withEnv("SIGHTGLASS_FOLDERS_0_CONVERTER", "wsjf");
        service.start();
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

    @Test
    void reportsFlowFromTheDropFolderToTheServer() throws Exception {
        var id = UUID.randomUUID();

        service.execInContainer("sh", "-c", "printf '%s' \"$1\" >/drop/report.json", "sh", Plant.report(id));

        Awaits.until(() -> plant.get(service, Plant.API, "/api/v1/reports/" + id).body(),
            journey -> journey.contains("\"delivered\""));
    }

    @Test
    void aReportByHttpReachesTheServer() {
        var id = UUID.randomUUID();

        assertThat(plant.post(service, "/api/v1/reports", Plant.report(id)).statusCode()).isEqualTo(202);

        Awaits.until(() -> plant.get(service, Plant.API, "/api/v1/reports/" + id).body(),
            journey -> journey.contains("\"delivered\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started", "/metrics"})
    void healthAndMetricsAnswer(String path) {
        assertThat(plant.get(service, Plant.MANAGEMENT, path).statusCode()).isEqualTo(200);
    }

    @Test
    void theEngineFindsItHealthy() {
        Awaits.until(service::isHealthy, healthy -> healthy);
    }

    @Test
    void theCommandsAreThere() throws Exception {
        var status = service.execInContainer("sightglass", "status");

        assertThat(status.getExitCode()).as(status.getStderr()).isZero();
        assertThat(status.getStdout()).contains("server");
    }

    @Test
    void theCacheOfTheJvmFitsAndIsUsed() throws Exception {
        // on: a cache that does not fit ends the JVM instead of being passed over in silence
        var version = service.execInContainer("sh", "-c", "SIGHTGLASS_JAVA_OPTS=-XX:AOTMode=on sightglass version");

        assertThat(version.getExitCode()).as(version.getStdout() + version.getStderr()).isZero();
    }

    @Test
    void theImageSaysWhatItIsAndRunsAsNobodySpecial() {
        var image = Objects.requireNonNull(
            DockerClientFactory.instance().client().inspectImageCmd(Images.SERVICE).exec().getConfig());

        assertThat(image.getLabels()).containsEntry("org.opencontainers.image.revision", Images.REVISION)
            .containsKey("org.opencontainers.image.version").containsKey("org.opencontainers.image.title");
        assertThat(image.getUser()).isEqualTo("10001:0");
        assertThat(image.getExposedPorts()).extracting(port -> port.getPort()).containsExactlyInAnyOrder(8080, 9090);
    }

    @Test
    void sigtermDrainsInsideTheGraceTime() {
        var stopping = plant.service();
        stopping.start();
        var id = UUID.randomUUID();
        long before = plant.server().path("reports").asLong();
        plant.fault("{\"latencyMillis\":3000,\"path\":\"/api/Report\"}");
        plant.post(stopping, "/api/v1/reports", Plant.report(id));

        var engine = DockerClientFactory.instance().client();
        long asked = System.nanoTime();
        engine.stopContainerCmd(stopping.getContainerId()).withTimeout(60).exec();
        long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked);

        var state = engine.inspectContainerCmd(stopping.getContainerId()).exec().getState();
        plant.fault("{\"kind\":\"none\"}");
        assertThat(took).isBetween(1L, 40L);
        assertThat(state.getExitCodeLong()).as("killed would be 137").isEqualTo(143);
        assertThat(stopping.getLogs()).contains("Stopped");
        assertThat(plant.server().path("reports").asLong()).as("the upload under way was finished")
            .isEqualTo(before + 1);
        stopping.stop();
    }
}
