package dev.sightglass.client.upload;

import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.wats.WatsServer;
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
    Uploader uploader(ReportQueue queue, WatsServer server, Destination destination, UploadConfig config) {
        var backoff = new Backoff(config.retryFirst(), config.retryMost(), RandomGenerator.getDefault());
        return new Uploader(queue, new Delivery(server, destination, backoff, config.timeout()), destination, config);
    }

    @Singleton
    Prober prober(WatsServer server, Destination destination, UploadConfig config) {
        return new Prober(server, destination, config.probeInterval());
    }
}
