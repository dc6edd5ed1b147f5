package dev.sightglass.client.queue.store.postgresql;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.client.testing.Postgres;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several replicas on one PostgreSQL that has its troubles. */
class ReplicasTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Settlement DELIVERED = new Settlement.Delivered(200, Duration.ofMillis(5));

    private final Postgres postgres = Postgres.start(true);
    private final String schema = postgres.newSchema();
    private final List<PostgresqlStore> replicas = new ArrayList<>();
    private PostgresqlStore first;
    private PostgresqlStore second;

    @BeforeEach
    void startReplicas() {
        first = replica();
        second = replica();
    }

    private PostgresqlStore replica() {
        var store = PostgresqlStore.open(postgres.config(schema),
            new StoreSetup(new QueueConfig(100_000, 1_000_000_000, 0, Duration.ofSeconds(30)),
                new HistoryConfig(Duration.ofDays(90), 1_000_000), PostgresqlUnderTest.METRICS,
                InstantSource.system()));
        replicas.add(store);
        return store;
    }

    @AfterEach
    void stop() {
        replicas.forEach(PostgresqlStore::close);
        postgres.close();
    }

    private static CompletableFuture<Receipt> accept(PostgresqlStore store, String name) {
        return store.queue().accept(origin(name, Instant.EPOCH), List.of(report(name)), 5);
    }

    private void acceptMany(int count) {
        IntStream.range(0, count).mapToObj(i -> accept(i % 2 == 0 ? first : second, "s" + i)).toList()
            .forEach(CompletableFuture::join);
    }

    /** Leases and settles until everything is delivered; what fails is tried again, as the uploader does. */
    private static List<LeasedReport> work(PostgresqlStore store) {
        var settled = new ArrayList<LeasedReport>();
        while (store.ledger().audit(Optional.empty()).queued() > 0) {
            for (var leased : store.queue().claim(20, LEASE).join()) {
                if (store.queue().settle(leased, DELIVERED).join()) {
                    settled.add(leased);
                }
            }
        }
        return settled;
    }

    @Test
    void shareOneQueueAndSettleEachReportOnce() {
        acceptMany(400);

        var settled = Stream.of(first, second).map(store -> CompletableFuture.supplyAsync(() -> work(store)))
            .toList().stream().flatMap(work -> work.join().stream()).map(LeasedReport::seq).toList();

        assertThat(settled).hasSize(400).doesNotHaveDuplicates();
        assertThat(first.ledger().audit(Optional.empty()).unaccounted()).isZero();
    }

    @Test
    void takeTheSameContentOnce() {
        var receipts = IntStream.range(0, 40)
            .mapToObj(
                i -> (i % 2 == 0 ? first : second).queue().accept(origin("copy" + i, "f".repeat(64), Instant.EPOCH),
                    List.of(report("1")), 5))
            .toList().stream().map(CompletableFuture::join).toList();

        assertThat(receipts).filteredOn(Receipt.Stored.class::isInstance).hasSize(1);
        assertThat(first.ledger().audit(Optional.empty()).duplicate()).isEqualTo(39);
    }

    @Test
    void wakeEachOther() {
        var woken = new CompletableFuture<Boolean>();
        second.queue().onReady(() -> woken.complete(true));

        await().untilAsserted(() -> {
            accept(first, "n" + System.nanoTime()).join();
            assertThat(woken).isDone();
        });
    }

    @Test
    @DisplayName("T34: a replica that was stopped past its lease is fenced when it goes on")
    void fenceWhoComesBackTooLate() {
        accept(first, "1").join();
        var stopped = first.queue().claim(1, Duration.ofMillis(50)).join().getFirst();
        var taken = await().until(() -> second.queue().claim(1, LEASE).join(), leased -> !leased.isEmpty()).getFirst();

        assertThat(first.queue().settle(stopped, new Settlement.Dead(400, "late", Duration.ZERO)).join()).isFalse();
        first.queue().renew(List.of(stopped), LEASE).join();
        assertThat(second.queue().settle(taken, DELIVERED).join()).isTrue();
        assertThat(first.ledger().audit(Optional.empty()).delivered()).isEqualTo(1);
    }

    @Test
    @DisplayName("T36: a restart of the database under load loses nothing, and all goes on by itself")
    void outliveARestartOfTheDatabase() throws Exception {
        acceptMany(200);
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var traffic = CompletableFuture.runAsync(() -> IntStream.range(0, 600).forEach(i -> {
            try {
                accept(i % 2 == 0 ? first : second, "t" + i).join();
                acknowledged.add("t" + i);
            } catch (CompletionException lost) {
                // not acknowledged: its source stays where it is
            }
        }));
        await().until(() -> acknowledged.size() > 100);

        postgres.restart(() -> assertThat(accept(first, "away")).failsWithin(20, TimeUnit.SECONDS));
        traffic.join();

        await().untilAsserted(() -> assertThat(accept(first, "back").join()).isEqualTo(new Receipt.Stored(1)));
        assertThat(acknowledged).allSatisfy(
            name -> assertThat(first.journeys().find(report(name).id().toString())).as(name).isNotEmpty());
        assertThat(first.ledger().audit(Optional.empty()).unaccounted()).isZero();
        assertThat(work(second)).hasSizeGreaterThan(200);
        assertThat(first.writesAndReadsBack()).isTrue();
    }

    @Test
    @DisplayName("T35: a reader that idles in a transaction does not stop the line")
    void workBesideAReaderThatIdlesInATransaction() throws Exception {
        try (var reader = postgres.connect()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement()) {
                statement.executeQuery("select count(*) from " + schema + ".job");
            }
            var claims = new ArrayList<Duration>();
            for (int round = 0; round < 20; round++) {
                int from = round * 100;
                IntStream.range(from, from + 100).mapToObj(i -> accept(first, "i" + i)).toList()
                    .forEach(CompletableFuture::join);
                long start = System.nanoTime();
                var leased = second.queue().claim(100, LEASE).join();
                claims.add(Duration.ofNanos(System.nanoTime() - start));
                leased.stream().map(report -> second.queue().settle(report, DELIVERED)).toList()
                    .forEach(CompletableFuture::join);
            }
            assertThat(claims).allSatisfy(claim -> assertThat(claim).isLessThan(Duration.ofSeconds(1)));
            assertThat(first.ledger().audit(Optional.empty()).delivered()).isEqualTo(2_000);
        }
    }

    @Test
    @DisplayName("T36: backends that are killed are replaced")
    void outliveKilledBackends() {
        acceptMany(10);
        for (int round = 0; round < 5; round++) {
            postgres.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sightglass'");
            var name = "r" + round;
            await().untilAsserted(() -> assertThat(accept(first, name)).succeedsWithin(Duration.ofSeconds(5)));
        }

        assertThat(work(first)).hasSize(15);
    }
}
