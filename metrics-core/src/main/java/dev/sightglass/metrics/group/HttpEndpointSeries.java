package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.BoundGauge;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.LabelBound;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The series of one endpoint, found once. */
final class HttpEndpointSeries {
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 599;

    private final HttpClientMetrics owner;
    private final String method;
    private final String endpoint;
    private final BoundHistogram duration;
    private final BoundHistogram requestSize;
    private final BoundHistogram responseSize;
    private final BoundGauge active;
    private final AtomicReferenceArray<BoundCounter> byStatus = new AtomicReferenceArray<>(
        HIGHEST_STATUS - LOWEST_STATUS + 1);

    HttpEndpointSeries(HttpClientMetrics owner, String method, String endpoint) {
        this.owner = owner;
        this.method = method;
        this.endpoint = endpoint;
        this.duration = owner.duration().bind(method, endpoint);
        this.requestSize = owner.requestSize().bind(method, endpoint);
        this.responseSize = owner.responseSize().bind(method, endpoint);
        this.active = owner.active().bind(method, endpoint);
    }

    boolean isOverflow() {
        return duration.isOverflow();
    }

    long begin() {
        active.inc();
        return duration.start();
    }

    void end(long started) {
        active.dec();
        duration.stop(started);
    }

    void sent(long bytes) {
        requestSize.observe((double) bytes);
    }

    void received(long bytes) {
        responseSize.observe((double) bytes);
    }

    void answered(int status) {
        counter(status).inc();
        if (status >= 500 && status <= HIGHEST_STATUS) {
            owner.errors(method, endpoint, HttpErrorType.SERVER_ERROR).inc();
        } else if (status >= 400 && status <= HIGHEST_STATUS) {
            owner.errors(method, endpoint, HttpErrorType.CLIENT_ERROR).inc();
        }
    }

    void failed(Throwable failure) {
        owner.requests(method, endpoint, HttpClientMetrics.NO_STATUS).inc();
        owner.errors(method, endpoint, HttpErrorType.of(failure)).inc();
    }

    private BoundCounter counter(int status) {
        if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
            return owner.requests(method, endpoint, LabelBound.OTHER);
        }
        BoundCounter known = byStatus.get(status - LOWEST_STATUS);
        if (known == null) {
            known = owner.requests(method, endpoint, Integer.toString(status));
            if (!known.isOverflow()) {
                byStatus.set(status - LOWEST_STATUS, known);
            }
        }
        return known;
    }
}
