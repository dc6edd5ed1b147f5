package dev.sightglass.client.queue.store.sqlite;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.queue.store.BacklogContract;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.client.queue.store.HistoryContract;
import dev.sightglass.client.queue.store.JourneysContract;
import dev.sightglass.client.queue.store.LedgerContract;
import dev.sightglass.client.queue.store.ModelContract;
import dev.sightglass.client.queue.store.QueueOperationsContract;
import dev.sightglass.client.queue.store.ReportQueueContract;
import dev.sightglass.client.testing.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Settlement DELIVERED = new Settlement.Delivered(200, Duration.ZERO);

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
    class History extends HistoryContract {
        History() {
            super(new SqliteUnderTest());
        }
    }

    @Nested
    class Backlog extends BacklogContract {
        Backlog() {
            super(SqliteUnderTest::new);
        }
    }

    @Nested
    class Model extends ModelContract {
        Model() {
            super(SqliteUnderTest::new, 2_000);
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
        return SqliteStore.open(dataDir, new StoreSetup(config, new HistoryConfig(Duration.ofDays(1), 1000),
            SqliteUnderTest.METRICS, clock));
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

    private SqliteStore openWithRoomFor(long maxBytes) {
        return SqliteStore.open(dataDir, new StoreSetup(new QueueConfig(1_000_000, maxBytes, 0, Duration.ofSeconds(30)),
            new HistoryConfig(Duration.ofDays(1), 10), SqliteUnderTest.METRICS, clock));
    }

    @Test
    @DisplayName("T15: disk use returns after an outage")
    void givesTheDiskBackWhenAnOutageIsOver() throws Exception {
        var noise = new byte[30_000];
        new Random(1).nextBytes(noise);
        var body = Base64.getEncoder().encodeToString(noise); // cannot be compressed much
        try (var store = openWithRoomFor(1_000_000_000)) {
            IntStream.range(0, 1_500)
                .mapToObj(i -> store.queue().accept(origin("s" + i, clock.instant()),
                    List.of(report(UUID.randomUUID(), "s" + i, body + i)), 5))
                .toList().forEach(CompletableFuture::join);
            var leased = store.queue().claim(2_000, LEASE).join();
            long full = Files.size(dataDir.resolve("queue.db")) + Files.size(dataDir.resolve("queue.db-wal"));
            assertThat(full).isGreaterThan(30_000_000);

            leased.forEach(report -> store.queue().settle(report, DELIVERED).join());
            clock.advance(Duration.ofDays(2));
            store.prune();

            await().untilAsserted(() -> assertThat(Files.size(dataDir.resolve("queue.db"))).isLessThan(12_000_000));
        }
    }

    @Test
    @DisplayName("T33: 50 restarts at a full queue do not grow past max-bytes")
    void staysWithinItsLimitAcrossRestarts() {
        int size = report("s10").json().length;
        for (int restart = 0; restart < 50; restart++) {
            try (var store = openWithRoomFor(20L * size)) {
                for (int i = 0; i < 5; i++) {
                    var name = "s" + (10 + restart) + i;
                    store.queue().accept(origin(name, clock.instant()), List.of(report(name)), 5).join();
                }
                assertThat(store.queue().counts().bytes()).isLessThanOrEqualTo(22L * size);
            }
        }
    }
}
