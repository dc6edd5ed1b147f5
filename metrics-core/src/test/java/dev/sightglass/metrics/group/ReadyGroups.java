package dev.sightglass.metrics.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightglass.metrics.MetricsCollector;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every ready group, used as a service uses it. */
public final class ReadyGroups {
    private ReadyGroups() {}

    enum Reason {
        AUTHORIZATION, NOT_FOUND
    }

    /** A queue that holds three items. */
    record ThreeItems() implements QueueGauges {
        @Override
        public long depth() {
            return 3;
        }

        @Override
        public long inFlight() {
            return 1;
        }

        @Override
        public long deadLetters() {
            return 2;
        }

        @Override
        public double oldestItemAgeSeconds() {
            return 12.5;
        }

        @Override
        public long capacity() {
            return 1000;
        }

        @Override
        public long workers(WorkerState state) {
            return state == WorkerState.BUSY ? 1 : 3;
        }

        @Override
        public long workersMax() {
            return 4;
        }
    }

    /** Uses all groups once. */
    public static void useAll(MetricsCollector metrics) {
        HttpClientMetrics http = new HttpClientMetrics(metrics, new HttpEndpoint("POST", "/api/reports/{id}"));
        http.request("POST", "/api/reports/{id}").finish(200, 1000, 20);
        http.request("GET", "/api/ping").fail(new ConnectException("refused"), -1);
        http.retried("GET", "/api/ping", HttpRetryReason.CONNECTION);
        Cache<String, String> cache = CaffeineCaches.watched(new CacheMetrics(metrics), "responses",
            Caffeine.newBuilder().maximumSize(10));
        cache.put("a", "b");
        assertThat(cache.getIfPresent("a")).isEqualTo("b");
        assertThat(cache.getIfPresent("c")).isNull();
        QueueMetrics queue = new QueueMetrics(metrics, "upload",
            new QueueVocabulary(List.of("report"), List.of("delivered", "dead"), List.of("full"), List.of("timeout")));
        queue.enqueued("report");
        queue.processing("report").close();
        queue.processed("delivered");
        queue.rejected("full");
        queue.failed("timeout");
        queue.waited(Duration.ofSeconds(2));
        queue.committed(1_000_000);
        queue.observe(new ThreeItems());
        ConverterMetrics converters = new ConverterMetrics(metrics, "csv");
        converters.started("csv", 4000).finished(ConversionStatus.SUCCESS, 3);
        converters.started("csv", 10).failed(ConversionStatus.FAILED, "parse");
        converters.lowConfidence("csv");
        FolderHandle folder = new FolderMetrics(metrics).folder("line-1", () -> 7, () -> true);
        folder.detected();
        folder.rejected();
        folder.duplicate();
        folder.scanned(Duration.ofMillis(3));
        DeliveryMetrics delivery = new DeliveryMetrics(metrics, "csv");
        delivery.delivered("csv", Duration.ofSeconds(4));
        delivery.unaccounted(() -> 0);
        UpstreamMetrics upstream = new UpstreamMetrics(metrics);
        upstream.up(() -> true);
        upstream.lastSuccess(() -> Instant.ofEpochSecond(1_700_000_000));
        upstream.paused(Reason.class, reason -> reason == Reason.NOT_FOUND);
        upstream.circuitState(() -> CircuitState.HALF_OPEN);
        upstream.concurrencyLimit(() -> 8);
        upstream.rateLimited(() -> false);
        new DiskMetrics(metrics).observe("data", Path.of("."));
        ConfigMetrics config = new ConfigMetrics(metrics);
        config.lastReloadSuccessful(() -> true);
        config.applied();
        config.refused();
        HealthMetrics health = new HealthMetrics(metrics);
        health.check("store", () -> HealthState.UP, () -> 1.5).accept(Duration.ofMillis(2));
        health.endpoint("/health", 200, 503);
        health.requested("/health", 200);
        ServiceMetrics service = new ServiceMetrics(metrics);
        service.build("1.0.0", "abc");
        service.state(() -> ServiceState.RUNNING);
        ProcessMetrics.register(metrics);
    }
}
