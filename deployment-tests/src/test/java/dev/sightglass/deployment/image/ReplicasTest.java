package dev.sightglass.deployment.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Two replicas on one PostgreSQL, one of them killed while reports are under way. */
class ReplicasTest {

    private static final int REPORTS = 60;
    private static final int POSTGRESQL = 5432;

    private final List<GenericContainer<?>> started = new ArrayList<>();
    private Plant plant;
    @TempDir
    private Path shared;

    @BeforeEach
    void start() throws Exception {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        plant = new Plant();
        started.add(new GenericContainer<>(DockerImageName.parse("postgres:18")).withNetwork(plant.network)
            .withNetworkAliases("postgresql").withEnv("POSTGRES_DB", "sightglass")
            .withEnv("POSTGRES_USER", "sightglass")
            .withEnv("POSTGRES_PASSWORD", "s3cret").withExposedPorts(POSTGRESQL).waitingFor(Wait.forListeningPort()));
        started.getFirst().start();
    }

    @AfterEach
    void stop() {
        started.reversed().forEach(GenericContainer::stop);
        plant.close();
    }

    private GenericContainer<?> replica() {
        var replica = plant.service().withEnv("SIGHTGLASS_QUEUE_STORE", "postgresql")
            .withEnv("SIGHTGLASS_QUEUE_POSTGRESQL_URL", "jdbc:postgresql://postgresql:5432/sightglass")
            .withEnv("SIGHTGLASS_QUEUE_POSTGRESQL_USERNAME", "sightglass")
            .withEnv("SIGHTGLASS_QUEUE_POSTGRESQL_PASSWORD", "s3cret")
            .withEnv("SIGHTGLASS_FOLDERS_0_PATH", "/shared").withEnv("SIGHTGLASS_FOLDERS_0_CONVERTER", "wsjf");
        Plant.mount(replica, shared, "/shared", AccessMode.rw);
        replica.start();
        started.add(replica);
        return replica;
    }

    @Test
    void whatAKilledReplicaHeldIsDeliveredByTheOther() {
        var first = replica();
        var second = replica();
        plant.fault("{\"latencyMillis\":300,\"path\":\"/api/Report\"}");
        for (int report = 0; report < REPORTS; report++) {
            var answer =
                plant.post(report % 2 == 0 ? first : second, "/api/v1/reports", Plant.report(UUID.randomUUID()));
            assertThat(answer.statusCode()).isEqualTo(202);
        }

        DockerClientFactory.instance().client().killContainerCmd(first.getContainerId()).exec();
        assertThat(plant.server().path("reports").asInt()).as("the kill came in the middle").isLessThan(REPORTS);

        Awaits.until(() -> plant.server().path("reports").asInt(), arrived -> arrived == REPORTS);
        Awaits.until(() -> Plant.json(plant.get(second, Plant.API, "/api/v1/status")).path("queue"),
            queue -> Stream.of("ready", "leased", "waiting", "paused", "dead")
                .mapToInt(state -> queue.path(state).asInt(-1)).allMatch(count -> count == 0));
    }

    @Test
    void aFolderThatBothWatchIsTakenOnce() throws Exception {
        replica();
        replica();

        for (int file = 0; file < REPORTS; file++) {
            var part = Files.writeString(shared.resolve(file + ".part"), Plant.report(UUID.randomUUID()));
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-rw-rw-"));
            Files.move(part, shared.resolve(file + ".json"));
        }

        Awaits.until(() -> plant.server().path("reports").asInt(), arrived -> arrived == REPORTS);
        Awaits.until(() -> names("Done").size(), moved -> moved == REPORTS);
        assertThat(names("Error")).isEmpty();
        assertThat(plant.server().path("repeats").asInt()).as("each went out once").isZero();
    }

    private List<String> names(String folder) throws IOException {
        var path = shared.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
