package dev.sightglass.metrics.group;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One outgoing HTTP call under way. It ends once: whatever is called after the first end is ignored, so that a time-out
 * and a late answer do not count twice. May be ended on any thread.
 *
 * @since 0.1.0
 */
public final class HttpExchange {
    static final HttpExchange DISABLED = new HttpExchange();
    /** Not an atomic object, which would be one more for each call. */
    private static final AtomicIntegerFieldUpdater<HttpExchange> ENDED = AtomicIntegerFieldUpdater
        .newUpdater(HttpExchange.class, "ended");

    private final @Nullable HttpEndpointSeries series;
    private final long started;
    private volatile int ended;

    HttpExchange(HttpEndpointSeries series) {
        this.series = series;
        this.started = series.begin();
    }

    private HttpExchange() {
        this.series = null;
        this.started = 0;
    }

    /**
     * The call got an answer, of any status.
     *
     * @param status the HTTP status
     * @param requestBytes the size of the request's body; negative if not known
     * @param responseBytes the size of the answer's body; negative if not known
     */
    public void finish(int status, long requestBytes, long responseBytes) {
        HttpEndpointSeries open = end();
        if (open != null) {
            open.answered(status);
            if (requestBytes >= 0) {
                open.sent(requestBytes);
            }
            if (responseBytes >= 0) {
                open.received(responseBytes);
            }
        }
    }

    /**
     * The call got no answer. It is counted with the status {@code none} and by {@link HttpErrorType}.
     *
     * @param failure what the client threw
     * @param requestBytes the size of the request's body; negative if not known
     */
    public void fail(Throwable failure, long requestBytes) {
        HttpEndpointSeries open = end();
        if (open != null) {
            open.failed(failure);
            if (requestBytes >= 0) {
                open.sent(requestBytes);
            }
        }
    }

    private @Nullable HttpEndpointSeries end() {
        if (series == null || !ENDED.compareAndSet(this, 0, 1)) {
            return null;
        }
        series.end(started);
        return series;
    }
}
