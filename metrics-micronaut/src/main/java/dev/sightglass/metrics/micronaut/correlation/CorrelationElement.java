package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;

/**
 * Sets the id on each thread that Micronaut carries a request to, and puts back what was there when it leaves. The log
 * context follows by itself; Micronaut's own element for it would replace the whole map at every hop.
 */
record CorrelationElement(CorrelationId id) implements ThreadPropagatedContextElement<CorrelationContext.Scope> {

    @Override
    public CorrelationContext.Scope updateThreadContext() {
        return CorrelationContext.open(id);
    }

    @Override
    public void restoreThreadContext(CorrelationContext.@Nullable Scope opened) {
        if (opened != null) {
            opened.close();
        }
    }
}
