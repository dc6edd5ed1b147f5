package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;

import dev.sightglass.client.journey.Audit;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.report.CompletedReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites share: an open store, and the words to talk about it. */
abstract class StoreContract {

    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration TOOK = Duration.ofMillis(7);
    static final Settlement DELIVERED = new Settlement.Delivered(200, TOOK);

    static final HistoryConfig HISTORY = new HistoryConfig(Duration.ofDays(30), 10);

    private final StoreUnderTest under;
    @SuppressWarnings("NullAway.Init") // opened before each test
    Store store;
    @SuppressWarnings("NullAway.Init")
    ReportQueue queue;

    StoreContract(StoreUnderTest under) {
        this.under = under;
    }

    static QueueConfig config() {
        return new QueueConfig(100_000, 1_000_000_000, 0, Duration.ofSeconds(30));
    }

    @BeforeEach
    void openStore() {
        open(config());
    }

    void open(QueueConfig config) {
        store = under.open(config, HISTORY);
        queue = store.queue();
    }

    void reopen(QueueConfig config) {
        store.close();
        open(config);
    }

    @AfterEach
    void closeStore() {
        store.close();
        under.close();
    }

    void advance(Duration by) {
        under.advance(by);
    }

    Instant now() {
        return under.now();
    }

    Receipt accept(String name, CompletedReport... reports) {
        return queue.accept(origin(name, now()), List.of(reports), 5).join();
    }

    List<LeasedReport> claim(int max) {
        return queue.claim(max, LEASE).join();
    }

    boolean settle(LeasedReport report, Settlement settlement) {
        return queue.settle(report, settlement).join();
    }

    /** Refuses the next report for good. */
    UUID kill() {
        var leased = claim(1).getFirst();
        settle(leased, new Settlement.Dead(400, "no such process", TOOK));
        return leased.id();
    }

    Audit audit() {
        return store.ledger().audit(Optional.empty());
    }

    ReportState state(UUID id) {
        return store.journeys().list(ReportFilter.one(id), 10).getFirst().state();
    }

    static List<String> serials(List<LeasedReport> leased) {
        return leased.stream().map(report -> new String(report.body(), StandardCharsets.UTF_8))
            .map(body -> body.replaceAll(".*\"sn\":\"|\".*", "")).toList();
    }
}
