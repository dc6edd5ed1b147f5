package dev.sightglass.client.upload;

import dev.sightglass.client.fault.FaultPoint;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.WatsServer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one report and turns the answer into what becomes of it. */
final class Delivery {

    private static final Logger logger = LoggerFactory.getLogger(Delivery.class);

    private final WatsServer server;
    private final UploadSettings settings;
    private final Backoff backoff;
    private final UploadMetrics metrics;
    private final LongSupplier nanos;

    Delivery(WatsServer server, UploadSettings settings, Backoff backoff, UploadMetrics metrics, LongSupplier nanos) {
        this.server = server;
        this.settings = settings;
        this.backoff = backoff;
        this.metrics = metrics;
        this.nanos = nanos;
    }

    Settlement deliver(LeasedReport report, Admission.Pass pass) throws InterruptedException {
        FaultPoint.LEASED.pass();
        long start = nanos.getAsLong();
        Answer answer;
        try (var _ = metrics.sending(report)) {
            answer = server.submit(report.id(), report.body(), settings.config().timeout());
        }
        var took = Duration.ofNanos(nanos.getAsLong() - start);
        FaultPoint.ANSWERED.pass();
        var outcome = settings.outcomes().of(answer);
        metrics.judged(report, outcome);
        return switch (outcome.verdict()) {
            case DELIVERED -> delivered(report, answer, pass, took);
            case DEAD -> dead(report, answer, outcome, pass, took);
            case RETRY -> retry(report, answer, outcome, pass, took);
            case PAUSE -> pause(answer, outcome, pass);
        };
    }

    private static Settlement delivered(LeasedReport report, Answer answer, Admission.Pass pass, Duration took) {
        pass.answered(took);
        logger.debug("Delivered report {}", report.id());
        return new Settlement.Delivered(judged(answer).status(), took);
    }

    private static Settlement dead(LeasedReport report, Answer answer, Outcome outcome, Admission.Pass pass,
        Duration took) {
        pass.answered(took);
        var reason = outcome.meaning() + ": " + AnswerText.of(answer);
        logger.warn("Report {} is kept as a dead letter: {}. Remedy: {}", report.id(), reason, outcome.remedy());
        return new Settlement.Dead(judged(answer).status(), reason, took);
    }

    private Settlement retry(LeasedReport report, Answer answer, Outcome outcome, Admission.Pass pass, Duration took) {
        server.willRetry(answer);
        var text = AnswerText.of(answer);
        @Nullable
        Integer status = null;
        var asks = Duration.ZERO;
        if (answer instanceof Answer.Answered answered) {
            status = answered.status();
            asks = backoff.capped(answered.retryAfter().orElse(Duration.ZERO));
        }
        if (pass.failed(outcome, text, asks)) {
            logger.warn("Uploads pause: {}: {}. Remedy: {}", outcome.meaning(), text, outcome.remedy());
        }
        var delay = backoff.after(report.attempts(), asks);
        logger.debug("Report {} is sent again in {}: {}", report.id(), delay, outcome.meaning());
        return new Settlement.Retry(status, outcome.meaning() + ": " + text, took, delay);
    }

    private static Settlement pause(Answer answer, Outcome outcome, Admission.Pass pass) {
        var text = AnswerText.of(answer);
        if (pass.refused(outcome, text)) {
            logger.warn("Uploads pause: {}: {}. Remedy: {}", outcome.meaning(), text, outcome.remedy());
        }
        return new Settlement.Released();
    }

    private static Answer.Answered judged(Answer answer) {
        if (answer instanceof Answer.Answered answered) {
            return answered;
        }
        throw new IllegalStateException(
            "only a status can deliver or kill a report; the table of outcomes has a bug. Found: " + answer);
    }
}
