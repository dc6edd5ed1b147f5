package dev.sightglass.client.api;

import dev.sightglass.client.journey.Audit;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.QueueCounts;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.upload.Destination;
import dev.sightglass.client.upload.UploadFlow;
import dev.sightglass.client.upload.Uploader;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;

/** One answer for people and scripts: how the service stands. */
@Controller("/api/v1/status")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {

    /** Whoever has dropped a file and asks wants to see it; longer than this the last balance must do. */
    private static final Duration WORTH_WAITING = Duration.ofMillis(200);

    private final ReportQueue queue;
    private final Ledger ledger;
    private final Destination destination;
    private final Uploader uploader;

    StatusController(ReportQueue queue, Ledger ledger, Destination destination, Uploader uploader) {
        this.queue = queue;
        this.ledger = ledger;
        this.destination = destination;
        this.uploader = uploader;
    }

    /**
     * How the service stands.
     *
     * @param queue what the store holds
     * @param ledger the balance of everything that was ever seen, drawn anew unless the store is so large that it takes long
     * @param destination how the gate before the server stands
     * @param upload how reports go out
     */
    record ServiceStatus(QueueCounts queue, Audit ledger, Destination.Status destination,
        UploadFlow upload) {}

    @Get
    ServiceStatus status() {
        return new ServiceStatus(queue.counts(), balance(), destination.status(), uploader.flow());
    }

    private Audit balance() {
        var last = ledger.latest();
        return last.took().compareTo(WORTH_WAITING) > 0 ? last : ledger.audit(Optional.empty());
    }
}
