package dev.sightglass.client.convert;

import dev.sightglass.client.fault.FaultPoint;
import dev.sightglass.client.log.LogText;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.report.CompletedReport;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands verdicts to the queue and its ledger, and waits until they are durable: only then is there a fate. */
final class Handover {

    private static final Logger logger = LoggerFactory.getLogger(Handover.class);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(5);

    private final ReportQueue queue;

    Handover(ReportQueue queue) {
        this.queue = queue;
    }

    Fate settle(Conversion conversion, Verdict verdict) {
        FaultPoint.CONVERTED.pass();
        try {
            return switch (verdict) {
                case Verdict.Accepted(var origin, var reports) -> accept(origin, reports, conversion.priority());
                case Verdict.Refusal(var origin, _, var reason, var faults) -> refuse(origin, reason, faults);
                case Verdict.Left(var fate) -> fate;
                case Verdict.Starved(var origin) when origin != null -> refuse(origin,
                    "out of memory, although it was tried a second time with nothing beside it", List.of());
                case Verdict.Starved(_) -> new Fate.Suspended("there is not enough memory to read it",
                    Duration.ofMinutes(1));
            };
        } catch (CompletionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            return new Fate.Deferred("the store failed: " + cause.getMessage(), STORE_PAUSE);
        }
    }

    private Fate accept(Origin origin, List<CompletedReport> reports, int priority) {
        return switch (queue.accept(origin, reports, priority).join()) {
            case Receipt.Stored(_) -> queued(origin, reports.stream().map(CompletedReport::id).toList());
            case Receipt.Duplicate(var first) -> duplicate(origin, first);
            case Receipt.Full(var reason, var retryAfter) -> new Fate.Deferred(reason, retryAfter);
        };
    }

    private static Fate queued(Origin origin, List<UUID> reports) {
        logger.debug("{} in {}: queued as {}", LogText.of(origin.name()), origin.channel(), reports);
        return new Fate.Queued(reports);
    }

    private static Fate duplicate(Origin origin, String first) {
        logger.info("{} in {}: not sent again, its content came before as {}", LogText.of(origin.name()),
            origin.channel(), first);
        return new Fate.Duplicate(first);
    }

    private Fate refuse(Origin origin, String reason, List<String> faults) {
        queue.refuse(origin, reason).join();
        logger.warn("{} in {}: refused: {}{}", LogText.of(origin.name()), origin.channel(), LogText.of(reason),
            faults.isEmpty() ? "" : LogText.of(", first: " + faults.getFirst()));
        return new Fate.Refused(reason, faults, origin.sha256());
    }
}
