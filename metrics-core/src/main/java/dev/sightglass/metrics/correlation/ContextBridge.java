package dev.sightglass.metrics.correlation;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Follows the correlation id of each thread into another context, such as the log's.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ContextBridge {
    /** Follows nothing. */
    ContextBridge NONE = id -> {};

    /**
     * Called on the thread whose id has changed.
     *
     * @param id the new id, or null when there is none any more
     */
    void changed(@Nullable CorrelationId id);

    /**
     * Keeps the id in slf4j's log context under {@link CorrelationId#MDC_KEY}.
     *
     * @return the bridge
     */
    static ContextBridge mdc() {
        return id -> {
            if (id == null) {
                MDC.remove(CorrelationId.MDC_KEY);
            } else {
                MDC.put(CorrelationId.MDC_KEY, id.value());
            }
        };
    }
}
