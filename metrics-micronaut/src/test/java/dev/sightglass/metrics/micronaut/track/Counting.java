package dev.sightglass.metrics.micronaut.track;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** A subscriber that only waits for the end. */
record Counting(CountDownLatch ended) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {}

    @Override
    public void onError(Throwable failure) {
        ended.countDown();
    }

    @Override
    public void onComplete() {
        ended.countDown();
    }
}
