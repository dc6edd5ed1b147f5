package dev.sightglass.client.queue.store.sqlite;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.client.testing.ManualClock;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.exposition.Scrape;
import dev.sightglass.metrics.group.QueueMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that the disk has damaged. */
class DamagedStoreTest {

    private static final int REPORTS = 300;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    private final MetricsCollector collector = MetricsCollector.create();
    private final QueueMetrics metrics = new QueueMetrics(collector, "upload");
    @TempDir
    private Path dataDir;

    private SqliteStore open(Path folder) {
        return SqliteStore.open(folder,
            new StoreSetup(new QueueConfig(100_000, 1_000_000_000, 0, Duration.ofSeconds(30)),
                new HistoryConfig(Duration.ofDays(1), 1000), metrics, clock));
    }

    private void fill(SqliteStore store) {
        IntStream.range(0, REPORTS)
            .mapToObj(i -> store.queue().accept(origin("s" + i, clock.instant()),
                List.of(report("s" + i), report("t" + i)), 5))
            .toList().forEach(CompletableFuture::join);
    }

    private void makeStore() {
        try (var store = open(dataDir)) {
            fill(store);
        }
    }

    private Path database() {
        return dataDir.resolve("queue.db");
    }

    private List<Path> aside(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("queue.db.damaged-[^-]+")).toList();
        }
    }

    private String scrape() throws IOException {
        var out = new ByteArrayOutputStream();
        Scrape.write(collector.registry().scrape(), Format.TEXT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What can become of a database file. */
    enum Damage {
        CUT_IN_HALF {
            @Override
            void doTo(RandomAccessFile file) throws IOException {
                file.setLength(file.length() / 2);
            }
        },
        CUT_TO_NOTHING {
            @Override
            void doTo(RandomAccessFile file) throws IOException {
                file.setLength(0);
            }
        },
        ZEROED {
            @Override
            void doTo(RandomAccessFile file) throws IOException {
                file.write(new byte[(int) file.length()]);
            }
        },
        ZEROED_IN_THE_MIDDLE {
            @Override
            void doTo(RandomAccessFile file) throws IOException {
                file.seek(file.length() / 8192 * 4096);
                file.write(new byte[16 * 4096]);
            }
        },
        RANDOM {
            @Override
            void doTo(RandomAccessFile file) throws IOException {
                var noise = new byte[(int) file.length()];
                new Random(7).nextBytes(noise);
                file.write(noise);
            }
        },
        RANDOM_AFTER_THE_HEADER {
            @Override
            void doTo(RandomAccessFile file) throws IOException {
                var noise = new byte[8 * 4096];
                new Random(7).nextBytes(noise);
                file.seek(100);
                file.write(noise);
            }
        };

        abstract void doTo(RandomAccessFile file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T14: a damaged database is put aside, and a new one works")
    void startsOnADamagedDatabase(Damage damage) throws IOException {
        makeStore();
        try (var file = new RandomAccessFile(database().toFile(), "rw")) {
            damage.doTo(file);
        }

        try (var store = open(dataDir)) {
            assertThat(aside(dataDir)).hasSize(1);
            var name = aside(dataDir).getFirst().getFileName().toString();
            assertThat(store.damage()).hasValueSatisfying(
                words -> assertThat(words).contains("damaged").contains(name));
            assertThat(scrape()).contains("sightglass_queue_damaged_stores{queue=\"upload\"} 1.0");
            assertThat(store.queue().accept(origin("new", clock.instant()), List.of(report("new")), 5).join())
                .isEqualTo(new Receipt.Stored(1));
            assertThat(store.ledger().audit(Optional.empty()).unaccounted()).isZero();
        }
        try (var store = open(dataDir)) {
            assertThat(store.damage()).as("until somebody has taken it away").isPresent();
            Files.delete(aside(dataDir).getFirst());
        }
        try (var store = open(dataDir)) {
            assertThat(store.damage()).isEmpty();
        }
    }

    @Test
    @DisplayName("T14: what can still be read of a damaged database is saved")
    void savesWhatCanBeRead() throws Exception {
        makeStore();
        try (var file = new RandomAccessFile(database().toFile(), "rw")) {
            Damage.ZEROED_IN_THE_MIDDLE.doTo(file);
        }

        try (var store = open(dataDir)) {
            long saved = store.queue().counts().ready();
            assertThat(saved).isBetween(REPORTS / 2L, 2L * REPORTS);
            assertThat(store.queue().claim(2 * REPORTS, LEASE).join()).as("and every one is whole")
                .hasSize((int) saved);
        }
    }

    /** A copy of the files of a store that is at work, as a power cut leaves them. */
    private Path powerCut() throws Exception {
        var copy = Files.createDirectory(dataDir.resolve("copy"));
        try (var store = open(dataDir); var reader = DriverManager.getConnection("jdbc:sqlite:" + database())) {
            // While this one reads, no checkpoint takes anything out of the log.
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select count(*) from report").next();
            fill(store);
            for (var name : List.of("queue.db", "queue.db-wal", "queue.db.made")) {
                Files.copy(dataDir.resolve(name), copy.resolve(name));
            }
        }
        return copy;
    }

    @Test
    @DisplayName("T4: a log that was cut at any commit or in a frame is what a power cut leaves, and nothing is lost or reported")
    void opensALogThatIsCut() throws Exception {
        var copy = powerCut();
        try (var file = new RandomAccessFile(copy.resolve("queue.db-wal").toFile(), "rw")) {
            file.setLength(file.length() - 2_000);
        }

        try (var store = open(copy)) {
            assertThat(store.damage()).isEmpty();
            assertThat(store.ledger().audit(Optional.empty()).unaccounted()).isZero();
            assertThat(store.queue().accept(origin("new", clock.instant()), List.of(report("new")), 5).join())
                .isEqualTo(new Receipt.Stored(1));
        }
    }

    @Test
    @DisplayName("T14: a zeroed log is told of")
    void tellsOfAZeroedLog() throws Exception {
        var copy = powerCut();
        var log = copy.resolve("queue.db-wal");
        Files.write(log, new byte[(int) Files.size(log)]);

        try (var store = open(copy)) {
            assertThat(store.damage()).isPresent();
            assertThat(aside(copy)).hasSize(1);
        }
    }

    @Test
    @DisplayName("T14: a log that is damaged before commits that were synced is told of")
    void tellsOfADamagedLog() throws Exception {
        var copy = powerCut();
        try (var file = new RandomAccessFile(copy.resolve("queue.db-wal").toFile(), "rw")) {
            file.seek(32 + 4 * (24 + 4096) + 1000);
            file.write(new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
        }

        try (var store = open(copy)) {
            assertThat(store.damage()).isPresent();
            assertThat(store.ledger().audit(Optional.empty()).unaccounted()).isZero();
        }
    }

    @Test
    @DisplayName("T5: a report whose body is damaged is a dead letter, and the rest flows")
    void quarantinesADamagedBody() throws IOException {
        makeStore();
        var bytes = Files.readAllBytes(database());
        flip(bytes, "{\"sn\":\"s7\"}");
        Files.write(database(), bytes);

        try (var store = open(dataDir)) {
            var leased = store.queue().claim(2 * REPORTS, LEASE).join();
            assertThat(leased).hasSize(2 * REPORTS - 1);
            leased.forEach(report -> store.queue().settle(report, new Settlement.Delivered(200, Duration.ZERO)).join());

            assertThat(store.journeys().list(ReportFilter.in(ReportState.DEAD), 10)).singleElement().satisfies(dead -> {
                assertThat(dead.serialNumber()).isEqualTo("s7");
                assertThat(dead.lastReason()).contains("checksum");
            });
            assertThat(scrape())
                .contains("sightglass_queue_errors_total{error_type=\"damaged\",queue=\"upload\"} 1.0");
            assertThat(store.ledger().audit(Optional.empty()).unaccounted()).isZero();
            assertThat(
                store.queue().accept(origin("s7", clock.instant()), List.of(report("s7"), report("t7")), 5).join())
                .as("dropped again, it is taken again").isEqualTo(new Receipt.Stored(2));
            assertThat(store.queue().claim(10, LEASE).join()).extracting(LeasedReport::id)
                .containsExactly(report("s7").id());
        }
    }

    private static void flip(byte[] bytes, String text) {
        var wanted = text.getBytes(StandardCharsets.UTF_8);
        int found = 0;
        for (int place = 0; place < bytes.length - wanted.length; place++) {
            if (Arrays.equals(bytes, place, place + wanted.length, wanted, 0, wanted.length)) {
                bytes[place + 3] ^= 1; // also in copies that pages keep of what they gave away
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    @DisplayName("T23: tables of a newer release are refused and left untouched")
    void refusesTablesOfANewerRelease() throws Exception {
        makeStore();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
            var statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
            statement
                .execute("insert into flyway_schema_history select 99, '99', 'newer', type, script, 1, installed_by,"
                    + " installed_on, 1, 1 from flyway_schema_history where version = '1'");
        }
        var before = Files.readAllBytes(database());

        assertThatThrownBy(() -> open(dataDir)).hasMessageContaining("sightglass.data-dir").hasMessageContaining("99");

        assertThat(Files.readAllBytes(database())).isEqualTo(before);
    }
}
