package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.origin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.client.queue.store.sqlite.SqliteStore;
import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.client.testing.Reports;
import dev.sightglass.client.wats.WatsConfig;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.QueueMetrics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The upload over a real store, without the rest of the service. */
final class UploadBench implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(60);
    private static final MetricsCollector METRICS = MetricsCollector.disabled();

    final SqliteStore store;
    final WatsServer server;
    final Destination destination;
    final UploadSettings settings;
    final Admission admission;
    final Uploader uploader;
    final Prober prober;

    UploadBench(Path data, WatsConfig wats, UploadConfig config) {
        this(data, wats, config, LEASE, queue -> queue);
    }

    UploadBench(Path data, WatsConfig wats, UploadConfig config, Duration lease, UnaryOperator<ReportQueue> around) {
        var clock = InstantSource.system();
        var queueMetrics = new QueueMetrics(METRICS, "upload");
        store = SqliteStore.open(data, new StoreSetup(new QueueConfig(100_000, 100_000_000, 0, Duration.ofSeconds(1)),
            new HistoryConfig(Duration.ofDays(1), 1000), queueMetrics,
            clock));
        server = new WatsServer(wats, new HttpClientMetrics(METRICS), clock);
        settings = new UploadSettings(config);
        destination = new Destination(() -> settings.config().failuresToPause(), clock, System::nanoTime);
        admission = new Admission(destination, new AdaptiveLimit(() -> settings.config().concurrency()),
            new RateLimiter(settings::rate, System::nanoTime));
        uploader = uploader(around.apply(store.queue()), lease, queueMetrics, clock, admission);
        prober = new Prober(server, destination, admission, settings, System::nanoTime);
        prober.start();
        uploader.start();
    }

    private Uploader uploader(ReportQueue queue, Duration lease, QueueMetrics metrics, InstantSource clock,
        Admission own) {
        var delivery = new Delivery(server, settings, new Backoff(settings::config, RandomGenerator.getDefault()),
            new UploadMetrics(metrics, new DeliveryMetrics(METRICS), clock), System::nanoTime);
        return new Uploader(queue, new Leases(queue, lease), own, delivery, settings);
    }

    /** One more uploader on the same queue, as another replica would have it; the caller closes it. */
    Uploader another() {
        var gate = new Destination(() -> settings.config().failuresToPause(), InstantSource.system(), System::nanoTime);
        var own = new Admission(gate, new AdaptiveLimit(() -> settings.config().concurrency()),
            new RateLimiter(settings::rate, System::nanoTime));
        var uploader =
            uploader(store.queue(), LEASE, new QueueMetrics(METRICS, "another"), InstantSource.system(), own);
        uploader.start();
        return uploader;
    }

    static WatsConfig wats(URI url) {
        return new WatsConfig(url, "secret", null);
    }

    /** Everything quick, no limit of requests. */
    static UploadConfig quick() {
        return quick(4, "none", 5, null);
    }

    static UploadConfig quick(int concurrency, String rateLimit, int failuresToPause,
        @Nullable Map<String, Object> outcomes) {
        return new UploadConfig(concurrency, rateLimit, Duration.ofSeconds(2), Duration.ofMillis(20),
            Duration.ofMillis(200), failuresToPause, Duration.ofMillis(30), outcomes, Duration.ofSeconds(5));
    }

    void accept(CompletedReport... reports) {
        for (var report : reports) {
            store.queue().accept(origin(report.serialNumber(), Instant.now()), List.of(report), 5).join();
        }
    }

    /** Reports with the serial numbers from 0 to one less than the number. */
    void acceptValid(int number) {
        var taken = IntStream.range(0, number).mapToObj(Integer::toString).map(Reports::valid)
            .map(report -> store.queue().accept(origin(report.serialNumber(), Instant.now()), List.of(report), 5))
            .toList();
        taken.forEach(receipt -> receipt.join());
    }

    QueueCounts counts() {
        return store.queue().counts();
    }

    long delivered() {
        return store.ledger().audit(Optional.empty()).delivered();
    }

    void awaitDelivered(int reports) {
        await().untilAsserted(() -> assertThat(delivered()).isEqualTo(reports));
    }

    void awaitState(Destination.State state) {
        await().untilAsserted(() -> assertThat(destination.status().state()).isEqualTo(state));
    }

    /** Attempts that failed, of all reports. */
    long failedAttempts() {
        return store.journeys().list(ReportFilter.ALL, 10_000).stream()
            .mapToLong(report -> report.failedAttempts().size()).sum();
    }

    @Override
    public void close() {
        uploader.close();
        prober.close();
        server.close();
        store.close();
    }
}
