package dev.sightglass.metrics.track;

import org.jspecify.annotations.Nullable;

/**
 * A call under way. It ends once; whatever is told after the first end is ignored. May be ended on any thread.
 *
 * @since 0.1.0
 */
public interface TrackedCall {
    /**
     * The call returned.
     *
     * @param result what it returned, or null
     */
    void succeeded(@Nullable Object result);

    /**
     * The call failed, or was cancelled if the failure says so.
     *
     * @param failure what was thrown
     */
    void failed(Throwable failure);

    /** The caller gave up. */
    void cancelled();
}
