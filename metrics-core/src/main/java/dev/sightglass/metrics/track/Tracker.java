package dev.sightglass.metrics.track;

import dev.sightglass.metrics.MetricsCollector;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures calls of one operation. Make it once and keep it: its series are found when it is made. Safe for any number of
 * threads.
 *
 * @since 0.1.0
 */
public abstract class Tracker {
    Tracker() {}

    /**
     * Counts and times calls, see {@link TrackRequestMetrics}.
     *
     * @param metrics where
     * @param operation the operation's name
     * @return the tracker
     */
    public static Tracker requests(MetricsCollector metrics, String operation) {
        return new RequestTracker(metrics, operation);
    }

    /**
     * Records calls as conversions, see {@link TrackConverter}.
     *
     * @param metrics where
     * @param converter the converter's name
     * @return the tracker
     */
    public static Tracker converter(MetricsCollector metrics, String converter) {
        return new ConverterTracker(metrics, converter);
    }

    /**
     * Counts calls that fail, see {@link CountErrors}.
     *
     * @param metrics where
     * @param operation the operation's name
     * @return the tracker
     */
    public static Tracker errors(MetricsCollector metrics, String operation) {
        return new ErrorTracker(metrics, operation);
    }

    /**
     * Several trackers as one.
     *
     * @param trackers the trackers
     * @return one that tells all of them
     */
    public static Tracker all(List<Tracker> trackers) {
        return trackers.size() == 1 ? trackers.get(0) : new ManyTrackers(List.copyOf(trackers));
    }

    /**
     * A call begins.
     *
     * @param arguments its arguments
     * @return the call, to be ended once
     */
    public abstract TrackedCall begin(@Nullable Object... arguments);

    /**
     * Makes a call. If it returns a {@link CompletionStage}, the call ends when that does, else when it returns. For calls
     * that make publishers see {@link #publisher}: nothing has happened yet when such a call returns.
     *
     * @param call the call
     * @param arguments its arguments
     * @return what the call returned
     * @throws Exception what the call threw
     */
    public @Nullable Object invoke(Callable<? extends @Nullable Object> call, @Nullable Object... arguments)
        throws Exception {
        TrackedCall tracked = begin(arguments);
        Object result;
        try {
            result = call.call();
        } catch (Throwable failure) {
            tracked.failed(failure);
            throw failure;
        }
        if (result instanceof CompletionStage<?> stage) {
            return follow(tracked, stage);
        }
        tracked.succeeded(result);
        return result;
    }

    /**
     * Measured work.
     *
     * @param work the work
     * @return the same work, measured each time it runs
     */
    public Runnable wrap(Runnable work) {
        return () -> {
            TrackedCall tracked = begin();
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                tracked.failed(failure);
                throw failure;
            }
            tracked.succeeded(null);
        };
    }

    /**
     * Measured work.
     *
     * @param work the work
     * @param <T> the type of its result
     * @return the same work, measured each time it is called
     */
    public <T extends @Nullable Object> Callable<T> wrap(Callable<T> work) {
        return () -> {
            TrackedCall tracked = begin();
            T result;
            try {
                result = work.call();
            } catch (Throwable failure) {
                tracked.failed(failure);
                throw failure;
            }
            tracked.succeeded(result);
            return result;
        };
    }

    /**
     * Starts something that ends later, and measures it until it does.
     *
     * @param start starts it
     * @param <T> the type of its result
     * @return the very stage that was started, so that cancelling it still reaches its source
     */
    public <T extends @Nullable Object> CompletionStage<T> stage(Supplier<? extends CompletionStage<T>> start) {
        TrackedCall tracked = begin();
        CompletionStage<T> stage;
        try {
            stage = start.get();
        } catch (RuntimeException | Error failure) {
            tracked.failed(failure);
            throw failure;
        }
        return follow(tracked, stage);
    }

    /**
     * A measured publisher: each subscription is a call.
     *
     * @param publisher the publisher
     * @param <T> the type of what it publishes
     * @return the same publisher, measured
     */
    public <T> Flow.Publisher<T> publisher(Flow.Publisher<T> publisher) {
        return new TrackedPublisher<>(this, publisher);
    }

    private static <T extends @Nullable Object> CompletionStage<T> follow(TrackedCall tracked,
        CompletionStage<T> stage) {
        var unused = stage.whenComplete((result, failure) -> {
            if (failure == null) {
                tracked.succeeded(result);
            } else {
                tracked.failed(failure);
            }
        });
        return stage;
    }
}
