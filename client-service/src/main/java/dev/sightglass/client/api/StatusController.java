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

/** One answer for people and scripts: how the service stands. */
@Controller("/api/v1/status")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {

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
     * @param ledger the balance of everything that was ever seen, not older than a minute in all but the largest stores
     * @param destination how the gate before the server stands
     * @param upload how reports go out
     */
    record ServiceStatus(QueueCounts queue, Audit ledger, Destination.Status destination,
        UploadFlow upload) {}

    @Get
    ServiceStatus status() {
        return new ServiceStatus(queue.counts(), ledger.latest(), destination.status(), uploader.flow());
    }
}
