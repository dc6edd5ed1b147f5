package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.ContextBridge;
import dev.sightglass.metrics.correlation.CorrelationContext;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;

/** Lets the log context follow the correlation id, from the start of the application. */
@Context
final class LogContext {

    @PostConstruct
    void follow() {
        CorrelationContext.follow(ContextBridge.mdc());
    }
}
