package dev.sightglass.metrics.track;

import java.util.concurrent.Flow;

/** A publisher whose subscriptions are calls. */
record TrackedPublisher<T>(Tracker tracker, Flow.Publisher<T> source) implements Flow.Publisher<T> {
    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        source.subscribe(new Watching<>(subscriber, tracker.begin()));
    }

    private record Watching<T>(Flow.Subscriber<? super T> subscriber, TrackedCall call)
        implements
            Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(new Cancelling(subscription, call));
        }

        @Override
        public void onNext(T item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            call.failed(failure);
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            call.succeeded(null);
            subscriber.onComplete();
        }
    }

    private record Cancelling(Flow.Subscription subscription, TrackedCall call) implements Flow.Subscription {
        @Override
        public void request(long items) {
            subscription.request(items);
        }

        @Override
        public void cancel() {
            call.cancelled();
            subscription.cancel();
        }
    }
}
