package dev.sightglass.metrics;

/**
 * Two declarations claim the same metric and do not agree. The message names the metric, the part that differs, and both
 * values.
 *
 * @since 0.1.0
 */
public final class MetricConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MetricConflictException(String message) {
        super(message);
    }

    MetricConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
