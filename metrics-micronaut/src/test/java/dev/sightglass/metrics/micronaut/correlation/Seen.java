package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import org.slf4j.MDC;

/** Which id a place in the code sees. */
final class Seen {
    private Seen() {}

    /** The id, or a word for what is wrong, if the log context does not agree with it. */
    static String here() {
        var id = CorrelationContext.current().map(CorrelationId::value).orElse("none");
        var logged = String.valueOf(MDC.get(CorrelationId.MDC_KEY));
        return id.equals(logged.equals("null") ? "none" : logged) ? id : "id " + id + " but log " + logged;
    }
}
