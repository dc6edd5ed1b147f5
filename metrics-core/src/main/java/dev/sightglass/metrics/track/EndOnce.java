package dev.sightglass.metrics.track;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A call that ends once, and tells cancellation from failure. */
abstract class EndOnce implements TrackedCall {
    /** Not an atomic object, which would be one more for each call. */
    private static final AtomicIntegerFieldUpdater<EndOnce> ENDED = AtomicIntegerFieldUpdater
        .newUpdater(EndOnce.class, "ended");

    private volatile int ended;

    abstract void success(@Nullable Object result);

    abstract void error(Throwable failure);

    abstract void cancel();

    @Override
    public final void succeeded(@Nullable Object result) {
        if (isFirst()) {
            success(result);
        }
    }

    @Override
    public final void failed(Throwable failure) {
        if (isFirst()) {
            if (ErrorType.isCancellation(failure)) {
                cancel();
            } else {
                error(failure);
            }
        }
    }

    @Override
    public final void cancelled() {
        if (isFirst()) {
            cancel();
        }
    }

    private boolean isFirst() {
        return ENDED.compareAndSet(this, 0, 1);
    }
}
