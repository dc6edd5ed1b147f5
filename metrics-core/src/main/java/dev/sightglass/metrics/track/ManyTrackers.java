package dev.sightglass.metrics.track;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells several trackers of each call. */
final class ManyTrackers extends Tracker {
    private final List<Tracker> trackers;

    ManyTrackers(List<Tracker> trackers) {
        this.trackers = trackers;
    }

    @Override
    public TrackedCall begin(@Nullable Object... arguments) {
        return new ManyCalls(trackers.stream().map(tracker -> tracker.begin(arguments)).toList());
    }

    private record ManyCalls(List<TrackedCall> calls) implements TrackedCall {
        @Override
        public void succeeded(@Nullable Object result) {
            calls.forEach(call -> call.succeeded(result));
        }

        @Override
        public void failed(Throwable failure) {
            calls.forEach(call -> call.failed(failure));
        }

        @Override
        public void cancelled() {
            calls.forEach(TrackedCall::cancelled);
        }
    }
}
