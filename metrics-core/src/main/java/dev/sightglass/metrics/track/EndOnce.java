package dev.sightglass.metrics.track;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call that ends once, and tells cancellation from failure. */
abstract class EndOnce implements TrackedCall {
    private final AtomicBoolean ended = new AtomicBoolean();

    abstract void success(@Nullable Object result);

    abstract void error(Throwable failure);

    abstract void cancel();

    @Override
    public final void succeeded(@Nullable Object result) {
        if (ended.compareAndSet(false, true)) {
            success(result);
        }
    }

    @Override
    public final void failed(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            if (ErrorType.isCancellation(failure)) {
                cancel();
            } else {
                error(failure);
            }
        }
    }

    @Override
    public final void cancelled() {
        if (ended.compareAndSet(false, true)) {
            cancel();
        }
    }
}
