package dev.sightglass.client.queue.store.sqlite;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.store.JourneysContract;
import dev.sightglass.client.queue.store.LedgerContract;
import dev.sightglass.client.queue.store.QueueOperationsContract;
import dev.sightglass.client.queue.store.ReportQueueContract;
import dev.sightglass.client.testing.ManualClock;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    @TempDir
    private Path dataDir;

    @Nested
    class Queue extends ReportQueueContract {
        Queue() {
            super(new SqliteUnderTest());
        }
    }

    @Nested
    class Operations extends QueueOperationsContract {
        Operations() {
            super(new SqliteUnderTest());
        }
    }

    @Nested
    class Journeys extends JourneysContract {
        Journeys() {
            super(new SqliteUnderTest());
        }
    }

    @Nested
    class Ledger extends LedgerContract {
        Ledger() {
            super(new SqliteUnderTest());
        }
    }

    private SqliteStore open(long minFreeBytes) {
        var config = new QueueConfig(100, 1_000_000, minFreeBytes, Duration.ofSeconds(30));
        return SqliteStore.open(dataDir, config, SqliteUnderTest.METRICS, clock);
    }

    @Test
    @DisplayName("T8: a second process is refused in words")
    void refusesASecondProcessInWords() {
        try (var _ = open(0)) {
            assertThatThrownBy(() -> open(0)).hasMessageContaining("sightglass.data-dir")
                .hasMessageContaining("in use by another");
        }
    }

    @Test
    void refusesBelowTheFloorOfFreeDisk() {
        try (var store = open(Long.MAX_VALUE)) {
            assertThat(store.queue().accept(origin("b", clock.instant()), List.of(report("3")), 5).join())
                .isInstanceOfSatisfying(Receipt.Full.class,
                    full -> assertThat(full.reason()).contains("min-free-bytes"));
        }
    }

    @Test
    void leasesAtOnceWhatTheLastProcessHadLeased() {
        try (var store = open(0)) {
            store.queue().accept(origin("a", clock.instant()), List.of(report("1")), 5).join();
            assertThat(store.queue().claim(1, LEASE).join()).hasSize(1);
        }
        try (var store = open(0)) {
            assertThat(store.queue().claim(1, LEASE).join()).hasSize(1);
        }
    }

    @Test
    void syncsEveryCommitAndCanGiveBackDiskSpace() throws Exception {
        try (var _ = open(0);
            var connection = DriverManager.getConnection("jdbc:sqlite:" + dataDir.resolve("queue.db"));
            var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("pragma journal_mode").getString(1)).isEqualTo("wal");
            assertThat(statement.executeQuery("pragma auto_vacuum").getInt(1)).as("incremental").isEqualTo(2);
        }
        try (var database = SqliteDatabase.open(dataDir.resolve("other.db"))) {
            assertThat(database.writer().first("pragma synchronous", row -> row.getInt(1)).orElseThrow()).as("full")
                .isEqualTo(2);
        }
    }
}
