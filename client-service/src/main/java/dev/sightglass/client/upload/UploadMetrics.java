package dev.sightglass.client.upload;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.QueueMetrics;
import dev.sightglass.metrics.group.QueueVocabulary;
import dev.sightglass.metrics.group.Timing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What the upload tells of itself. */
final class UploadMetrics {

    private final QueueMetrics queue;
    private final DeliveryMetrics delivery;
    private final InstantSource clock;

    UploadMetrics(QueueMetrics queue, DeliveryMetrics delivery, InstantSource clock) {
        this.queue = queue;
        this.delivery = delivery;
        this.clock = clock;
        queue.known(new QueueVocabulary(List.of(), QueueVocabulary.of(Verdict.class), List.of(),
            Outcomes.standard().table().stream().filter(outcome -> outcome.verdict() != Verdict.DELIVERED)
                .map(Outcome::answer)
                .toList()));
    }

    /** A report leaves the line; the time until the returned timing is closed is its processing. */
    Timing sending(LeasedReport report) {
        queue.waited(Duration.between(report.enqueuedAt(), clock.instant()));
        return queue.processing(report.converter());
    }

    void judged(LeasedReport report, Outcome outcome) {
        queue.processed(outcome.verdict());
        switch (outcome.verdict()) {
            case DELIVERED ->
                delivery.delivered(report.converter(), Duration.between(report.detectedAt(), clock.instant()));
            case RETRY, PAUSE, DEAD -> queue.failed(outcome.answer());
        }
    }
}
