package dev.sightglass.metrics.track;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.BoundGauge;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricsCollector;
import org.jspecify.annotations.Nullable;

/** Counts and times calls. */
final class RequestTracker extends Tracker {
    private final String operation;
    private final BoundCounter succeeded;
    private final BoundCounter failed;
    private final BoundCounter cancelled;
    private final BoundHistogram duration;
    private final BoundGauge active;
    private final CounterMetric errors;

    RequestTracker(MetricsCollector metrics, String operation) {
        this.operation = operation;
        CounterMetric requests = metrics.counter(Operations.REQUESTS);
        this.succeeded = requests.bind(operation, LabelValue.of(Outcome.SUCCESS));
        this.failed = requests.bind(operation, LabelValue.of(Outcome.ERROR));
        this.cancelled = requests.bind(operation, LabelValue.of(Outcome.CANCELLED));
        this.duration = metrics.histogram(Operations.DURATION).bind(operation);
        this.active = metrics.gauge(Operations.ACTIVE).bind(operation);
        this.errors = metrics.counter(Operations.ERRORS);
    }

    @Override
    public TrackedCall begin(@Nullable Object... arguments) {
        return new Request(this);
    }

    private static final class Request extends EndOnce {
        private final RequestTracker owner;
        private final long started;

        Request(RequestTracker owner) {
            this.owner = owner;
            owner.active.inc();
            this.started = owner.duration.start();
        }

        @Override
        void success(@Nullable Object result) {
            end(owner.succeeded);
        }

        @Override
        void error(Throwable failure) {
            end(owner.failed);
            owner.errors.bind(owner.operation, ErrorType.of(failure)).inc();
        }

        @Override
        void cancel() {
            end(owner.cancelled);
        }

        private void end(BoundCounter outcome) {
            owner.duration.stop(started);
            owner.active.dec();
            outcome.inc();
        }
    }
}
