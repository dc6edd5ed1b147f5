package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricsCollector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Outgoing HTTP calls: how many, how long, how large, how they ended. Safe for any number of threads; does nothing on a
 * disabled collector.
 *
 * <pre>{@code
 * HttpExchange exchange = http.request("POST", "/api/reports/{id}");
 * // make the call, then one of
 * exchange.finish(200, sentBytes, receivedBytes);
 * exchange.fail(exception, sentBytes);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class HttpClientMetrics {
    /** The status label of a call that got no answer. */
    public static final String NO_STATUS = "none";

    private static final int ENDPOINTS = 100;
    private static final int STATUSES = 64;
    private static final Label METHOD = Label.closed("method", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE",
        "OPTIONS");
    private static final Label ENDPOINT = Label.open("endpoint", ENDPOINTS);

    /** Calls by status. */
    public static final CounterDeclaration REQUESTS = CounterDeclaration.of("http_requests",
        "Outgoing HTTP calls that ended, by status; none if there was no answer.", METHOD, ENDPOINT,
        Label.open("status", STATUSES).reserving(NO_STATUS));
    /** Time of calls. */
    public static final HistogramDeclaration DURATION = HistogramDeclaration.seconds("http_request_duration",
        "Time from the start of an outgoing HTTP call to its end.", Buckets.SECONDS, METHOD, ENDPOINT);
    /** Size of request bodies. */
    public static final HistogramDeclaration REQUEST_SIZE = HistogramDeclaration.bytes("http_request_size",
        "Size of the bodies of outgoing HTTP requests.", METHOD, ENDPOINT);
    /** Size of response bodies. */
    public static final HistogramDeclaration RESPONSE_SIZE = HistogramDeclaration.bytes("http_response_size",
        "Size of the bodies of answers to outgoing HTTP requests.", METHOD, ENDPOINT);
    /** Calls under way. */
    public static final GaugeDeclaration ACTIVE = GaugeDeclaration.of("http_requests_active",
        "Outgoing HTTP calls under way.", METHOD, ENDPOINT);
    /** Calls that went wrong. */
    public static final CounterDeclaration ERRORS = CounterDeclaration.of("http_errors",
        "Outgoing HTTP calls that went wrong, by kind of failure.", METHOD, ENDPOINT,
        Label.ofEnum("error_type", HttpErrorType.class));
    /** Repeated calls. */
    public static final CounterDeclaration RETRIES = CounterDeclaration.of("http_retries",
        "Outgoing HTTP calls made again, by reason.", METHOD, ENDPOINT,
        Label.ofEnum("reason", HttpRetryReason.class));

    private final boolean enabled;
    private final CounterMetric requests;
    private final HistogramMetric duration;
    private final HistogramMetric requestSize;
    private final HistogramMetric responseSize;
    private final GaugeMetric active;
    private final CounterMetric errors;
    private final CounterMetric retries;
    private final ConcurrentMap<HttpEndpoint, HttpEndpointSeries> endpoints = new ConcurrentHashMap<>();

    /**
     * Registers the group.
     *
     * @param collector where
     * @param known the endpoints that the client calls; their series start at 0 and keep their places
     */
    public HttpClientMetrics(MetricsCollector collector, HttpEndpoint... known) {
        enabled = collector.isEnabled();
        requests = collector.counter(REQUESTS);
        duration = collector.histogram(DURATION);
        requestSize = collector.histogram(REQUEST_SIZE);
        responseSize = collector.histogram(RESPONSE_SIZE);
        active = collector.gauge(ACTIVE);
        errors = collector.counter(ERRORS);
        retries = collector.counter(RETRIES);
        known(known);
    }

    /**
     * Endpoints that the client is known to call, for programs that learn it after the group was made.
     *
     * @param known the endpoints; their series start at 0 and keep their places
     */
    public void known(HttpEndpoint... known) {
        for (HttpEndpoint endpoint : known) {
            reserve(endpoint.template());
            start(endpoint);
        }
    }

    /**
     * A call begins.
     *
     * @param method the HTTP method, in capitals
     * @param endpoint the path's template, never the raw path
     * @return the call, to be ended once by {@link HttpExchange#finish} or {@link HttpExchange#fail}
     */
    public HttpExchange request(String method, String endpoint) {
        return enabled ? new HttpExchange(series(method, endpoint)) : HttpExchange.DISABLED;
    }

    /**
     * A call is made again.
     *
     * @param method the HTTP method
     * @param endpoint the path's template
     * @param reason why
     */
    public void retried(String method, String endpoint, HttpRetryReason reason) {
        retries.bind(method, endpoint, LabelValue.of(reason)).inc();
    }

    private void reserve(String template) {
        requests.reserve(ENDPOINT.name(), template);
        duration.reserve(ENDPOINT.name(), template);
        requestSize.reserve(ENDPOINT.name(), template);
        responseSize.reserve(ENDPOINT.name(), template);
        active.reserve(ENDPOINT.name(), template);
        errors.reserve(ENDPOINT.name(), template);
        retries.reserve(ENDPOINT.name(), template);
    }

    private void start(HttpEndpoint endpoint) {
        series(endpoint.method(), endpoint.template());
        requests.bind(endpoint.method(), endpoint.template(), NO_STATUS);
        requests.bind(endpoint.method(), endpoint.template(), "200");
        for (HttpErrorType type : HttpErrorType.values()) {
            errors.bind(endpoint.method(), endpoint.template(), LabelValue.of(type));
        }
        for (HttpRetryReason reason : HttpRetryReason.values()) {
            retries.bind(endpoint.method(), endpoint.template(), LabelValue.of(reason));
        }
    }

    private HttpEndpointSeries series(String method, String endpoint) {
        HttpEndpoint key = new HttpEndpoint(method, endpoint);
        HttpEndpointSeries known = endpoints.get(key);
        if (known != null) {
            return known;
        }
        HttpEndpointSeries series = new HttpEndpointSeries(this, method, endpoint);
        if (!series.isOverflow()) {
            endpoints.putIfAbsent(key, series);
        }
        return series;
    }

    HistogramMetric duration() {
        return duration;
    }

    HistogramMetric requestSize() {
        return requestSize;
    }

    HistogramMetric responseSize() {
        return responseSize;
    }

    GaugeMetric active() {
        return active;
    }

    BoundCounter requests(String method, String endpoint, String status) {
        return requests.bind(method, endpoint, status);
    }

    BoundCounter errors(String method, String endpoint, HttpErrorType type) {
        return errors.bind(method, endpoint, LabelValue.of(type));
    }
}
