package dev.sightglass.client.upload;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.QueueMetrics;
import dev.sightglass.metrics.group.UpstreamMetrics;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The parts of the upload, as beans. {@code lifecycle} starts and stops them. */
@Factory
final class UploadFactory {

    private static final Duration LEASE = Duration.ofSeconds(60);

    @Singleton
    UploadSettings settings(UploadConfig config) {
        return new UploadSettings(config);
    }

    @Singleton
    Destination destination(UploadSettings settings, InstantSource clock) {
        return new Destination(() -> settings.config().failuresToPause(), clock, System::nanoTime);
    }

    @Singleton
    Admission admission(Destination destination, UploadSettings settings, UpstreamMetrics metrics) {
        var admission = new Admission(destination, new AdaptiveLimit(() -> settings.config().concurrency()),
            new RateLimiter(settings::rate, System::nanoTime));
        DestinationMetrics.watch(destination, admission, metrics);
        return admission;
    }

    @Singleton
    Delivery delivery(WatsServer server, UploadSettings settings, QueueMetrics queueMetrics,
        DeliveryMetrics deliveryMetrics, InstantSource clock) {
        var backoff = new Backoff(settings::config, RandomGenerator.getDefault());
        return new Delivery(server, settings, backoff, new UploadMetrics(queueMetrics, deliveryMetrics, clock),
            System::nanoTime);
    }

    @Singleton
    Uploader uploader(ReportQueue queue, Admission admission, Delivery delivery, UploadSettings settings,
        QueueConfig queueConfig, QueueMetrics metrics, InstantSource clock) {
        var uploader = new Uploader(queue, new Leases(queue, LEASE), admission, delivery, settings);
        metrics.observe(new UploadGauges(queue, uploader, queueConfig, settings, clock));
        return uploader;
    }

    @Singleton
    Prober prober(WatsServer server, Destination destination, Admission admission, UploadSettings settings) {
        return new Prober(server, destination, admission, settings, System::nanoTime);
    }

    @Singleton
    ProgressGroup loops(Uploader uploader) {
        return uploader.loops();
    }

    @Singleton
    Progress proberProgress(Prober prober) {
        return prober.progress();
    }
}
