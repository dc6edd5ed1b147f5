package dev.sightglass.metrics.track;

import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.MetricsCollector;
import org.jspecify.annotations.Nullable;

/** Counts calls that fail. */
final class ErrorTracker extends Tracker {
    private final String operation;
    private final CounterMetric errors;

    ErrorTracker(MetricsCollector metrics, String operation) {
        this.operation = operation;
        this.errors = metrics.counter(Operations.ERRORS);
    }

    @Override
    public TrackedCall begin(@Nullable Object... arguments) {
        return new Counted(this);
    }

    private static final class Counted extends EndOnce {
        private final ErrorTracker owner;

        Counted(ErrorTracker owner) {
            this.owner = owner;
        }

        @Override
        void success(@Nullable Object result) {
            // Only errors are counted.
        }

        @Override
        void error(Throwable failure) {
            owner.errors.bind(owner.operation, ErrorType.of(failure)).inc();
        }

        @Override
        void cancel() {
            // Cancelled is not failed.
        }
    }
}
