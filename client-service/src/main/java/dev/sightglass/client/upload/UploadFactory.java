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
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The parts of the upload, as beans. {@code lifecycle} starts and stops them. */
@Factory
final class UploadFactory {

    @Singleton
    Destination destination(UploadConfig config, InstantSource clock) {
        return new Destination(config.failuresToPause(), clock);
    }

    @Singleton
    Upstream upstream(WatsServer server, Destination destination, InstantSource clock) {
        return new Upstream(server, destination, clock);
    }

    @Singleton
    Uploader uploader(ReportQueue queue, WatsServer server, Destination destination, UploadConfig config,
        QueueConfig queueConfig,
        QueueMetrics queueMetrics, DeliveryMetrics deliveryMetrics, UpstreamMetrics upstreamMetrics, Upstream upstream,
        InstantSource clock) {
        DestinationMetrics.watch(destination, upstream, upstreamMetrics);
        var metrics = new UploadMetrics(queueMetrics, deliveryMetrics, clock);
        var backoff = new Backoff(config.retryFirst(), config.retryMost(), RandomGenerator.getDefault());
        var uploader = new Uploader(queue, new Delivery(server, destination, backoff, config.timeout(), metrics),
            destination, config);
        queueMetrics.observe(new UploadGauges(queue, uploader, queueConfig, config, clock));
        return uploader;
    }

    @Singleton
    Prober prober(WatsServer server, Destination destination, UploadConfig config) {
        return new Prober(server, destination, config.probeInterval());
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
