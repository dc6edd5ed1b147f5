package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.ReportQueueContract;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.QueueMetrics;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReportQueueTest extends ReportQueueContract {

    private static final QueueMetrics METRICS = new QueueMetrics(MetricsCollector.disabled(), "upload");

    @TempDir
    private Path dataDir;
    @SuppressWarnings("NullAway.Init") // open() runs before each test
    private SqliteStore store;

    @Override
    protected ReportQueue open(QueueConfig config) {
        store = SqliteStore.open(dataDir, config, METRICS, clock);
        return store.queue();
    }

    @Override
    protected void close() {
        store.close();
    }

    @Test
    void refusesASecondProcessInWords() {
        assertThatThrownBy(() -> SqliteStore.open(dataDir, config(), METRICS, clock))
            .hasMessageContaining("sightglass.data-dir").hasMessageContaining("in use by another");
    }

    @Test
    void syncsEveryCommitAndCanGiveBackDiskSpace() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dataDir.resolve("queue.db"));
            var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("pragma journal_mode").getString(1)).isEqualTo("wal");
            assertThat(statement.executeQuery("pragma auto_vacuum").getInt(1)).as("incremental").isEqualTo(2);
        }
        try (var database = SqliteDatabase.open(dataDir.resolve("other.db"))) {
            assertThat(database.writer().first("pragma synchronous", row -> row.getInt(1)).orElseThrow()).as("full")
                .isEqualTo(2);
        }
    }

    @Test
    void tellsTheJourneyOfASource() {
        accept("a", report("1"));
        var leased = claim(1).getFirst();
        queue.settle(leased, new Settlement.Retry(503, "busy", Duration.ofSeconds(1))).join();

        var journeys = store.journeys().find(report("1").id().toString());

        assertThat(journeys).singleElement().satisfies(journey -> {
            assertThat(journey.name()).isEqualTo("a");
            assertThat(journey.reports()).singleElement().satisfies(report -> {
                assertThat(report.state()).isEqualTo("waiting");
                assertThat(report.failedAttempts()).singleElement()
                    .satisfies(attempt -> assertThat(attempt.status()).isEqualTo(503));
            });
        });
        assertThat(store.journeys().find(journeys.getFirst().correlationId())).isEqualTo(journeys);
    }
}
