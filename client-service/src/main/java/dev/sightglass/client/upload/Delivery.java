package dev.sightglass.client.upload;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.WatsServer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one report and turns the answer into what becomes of it. */
final class Delivery {

    private static final Logger logger = LoggerFactory.getLogger(Delivery.class);

    /** Enough of the server's words to mend a report by, and not enough to fill a log. */
    private static final int EXCERPT = 500;

    private final WatsServer server;
    private final Destination destination;
    private final Backoff backoff;
    private final Duration timeout;
    private final UploadMetrics metrics;

    Delivery(WatsServer server, Destination destination, Backoff backoff, Duration timeout, UploadMetrics metrics) {
        this.server = server;
        this.destination = destination;
        this.backoff = backoff;
        this.timeout = timeout;
        this.metrics = metrics;
    }

    Settlement deliver(LeasedReport report) throws InterruptedException {
        Answer answer;
        long start = System.nanoTime();
        try (var _ = metrics.sending(report)) {
            answer = server.submit(report.id(), report.correlationId(), report.body(), timeout);
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        var outcome = Outcomes.of(answer);
        metrics.judged(report, outcome);
        return switch (outcome.verdict()) {
            case DELIVERED -> delivered(report, status(answer), took);
            case DEAD -> dead(report, status(answer), outcome, answer, took);
            case RETRY -> retry(report, outcome, answer, took);
            case PAUSE -> pause(outcome, answer);
        };
    }

    private Settlement delivered(LeasedReport report, int status, Duration took) {
        destination.worked();
        logger.debug("Delivered report {}", report.id());
        return new Settlement.Delivered(status, took);
    }

    private Settlement dead(LeasedReport report, int status, Outcome outcome, Answer answer, Duration took) {
        destination.worked();
        var reason = outcome.meaning() + ": " + text(answer);
        logger.warn("Report {} is kept as a dead letter: {}. Remedy: {}", report.id(), reason, outcome.remedy());
        return new Settlement.Dead(status, reason, took);
    }

    private Settlement retry(LeasedReport report, Outcome outcome, Answer answer, Duration took) {
        if (destination.failed(outcome, text(answer))) {
            logger.warn("Uploads pause. {}", destination.status().reason());
        }
        @Nullable
        Integer status = answer instanceof Answer.Answered answered ? answered.status() : null;
        var asked = answer instanceof Answer.Answered answered ? answered.retryAfter() : Optional.<Duration>empty();
        var delay = backoff.after(report.attempts(), asked);
        logger.debug("Report {} is sent again in {}: {}", report.id(), delay, outcome.meaning());
        return new Settlement.Retry(status, outcome.meaning() + ": " + text(answer), took, delay);
    }

    private Settlement pause(Outcome outcome, Answer answer) {
        if (destination.pause(outcome, text(answer))) {
            logger.warn("Uploads pause. {}", destination.status().reason());
        }
        return new Settlement.Released();
    }

    private static int status(Answer answer) {
        if (answer instanceof Answer.Answered answered) {
            return answered.status();
        }
        throw new IllegalStateException(
            "only a status can deliver or kill a report; the table of outcomes has a bug. Found: " + answer);
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> answered.status() + " " + excerpt(answered.text());
            case Answer.Unanswered unanswered -> unanswered.detail();
        };
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), EXCERPT)).strip();
    }
}
