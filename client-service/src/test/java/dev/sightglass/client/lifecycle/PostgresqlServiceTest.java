package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.Postgres;
import dev.sightglass.client.testing.Reports;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with its queue in a real PostgreSQL. */
class PostgresqlServiceTest {

    @Test
    void deliversAndIsReadyWithoutAFolderOfItsOwn(@TempDir Path root) throws Exception {
        var schema = Postgres.shared().newSchema();
        var postgres = Postgres.shared().config(schema);
        try (var service = new ServiceFixture(root, Map.of("sightglass.queue.store", "postgresql",
            "sightglass.queue.postgresql.url", String.valueOf(postgres.url()), "sightglass.queue.postgresql.username",
            "postgres",
            "sightglass.queue.postgresql.schema", schema, "sightglass.data-dir", root.resolve("nowhere").toString()))) {
            var report = Reports.valid("shared");
            service.drop("wsjf", "shared.json", report.json());

            await().untilAsserted(() -> assertThat(service.simulator().find(report.id())).isPresent());
            await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(200));
            assertThat(service.management("/health/details").body()).doesNotContain("data-disk");
            assertThat(root.resolve("nowhere")).doesNotExist();
        }
    }
}
