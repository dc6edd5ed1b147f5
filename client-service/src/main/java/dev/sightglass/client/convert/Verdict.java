package dev.sightglass.client.convert;

import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.report.CompletedReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What conversion made of a source, before the queue has heard of it. */
sealed interface Verdict {

    record Accepted(Origin origin, List<CompletedReport> reports) implements Verdict {}

    record Refusal(Origin origin, ConversionError error, String reason, List<String> faults) implements Verdict {}

    /** The source stays where it is. */
    record Left(Fate fate) implements Verdict {}

    /**
     * Memory ran out, perhaps through the fault of another.
     *
     * @param origin null when it ran out while the source was read
     */
    record Starved(@Nullable Origin origin) implements Verdict {}
}
