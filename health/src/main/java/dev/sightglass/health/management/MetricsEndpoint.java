package dev.sightglass.health.management;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.GZIPOutputStream;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.exposition.NameFilter;

/**
 * {@code /metrics}. Whoever asks for the same while a collection is under way gets that one: any number of scrapers
 * costs no more than one after the other.
 */
public final class MetricsEndpoint implements ManagementEndpoint {

    private static final int TYPICAL_SIZE = 64 * 1024;
    private static final String VARY = "Accept, Accept-Encoding";

    private final MetricsCollector metrics;
    private final Map<Wanted, CompletableFuture<ManagementResponse>> underWay = new ConcurrentHashMap<>();

    /**
     * The endpoint.
     *
     * @param metrics what to expose
     */
    public MetricsEndpoint(MetricsCollector metrics) {
        this.metrics = metrics;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public CompletionStage<ManagementResponse> answer(ManagementRequest request, Executor worker) {
        // Without counters and histograms there is nothing that Prometheus could use, and much that a person can.
        var format = metrics.isEnabled() ? Format.negotiate(request.header("Accept")) : Format.JSON;
        var names = new HashSet<>(request.parameters().getOrDefault("name[]", List.of()));
        var wanted = new Wanted(format, names, AcceptEncoding.allowsGzip(request.header("Accept-Encoding")));
        var mine = new CompletableFuture<ManagementResponse>();
        var others = underWay.putIfAbsent(wanted, mine);
        if (others != null) {
            return others;
        }
        try {
            worker.execute(() -> collect(wanted, mine));
        } catch (RejectedExecutionException busy) {
            underWay.remove(wanted);
            mine.completeExceptionally(busy);
        }
        return mine;
    }

    private void collect(Wanted wanted, CompletableFuture<ManagementResponse> future) {
        try {
            var response = write(wanted);
            underWay.remove(wanted);
            future.complete(response);
        } catch (Throwable failure) { // the server logs it and answers 500; without this the scraper would wait for ever
            underWay.remove(wanted);
            future.completeExceptionally(failure);
        }
    }

    private ManagementResponse write(Wanted wanted) throws IOException {
        var body = new ByteArrayOutputStream(TYPICAL_SIZE);
        var filter = filter(wanted.names);
        if (wanted.gzip) {
            try (var zipped = new GZIPOutputStream(body)) {
                metrics.write(wanted.format, filter, zipped);
            }
        } else {
            metrics.write(wanted.format, filter, body);
        }
        var headers = wanted.gzip ? Map.of("Content-Encoding", "gzip", "Vary", VARY) : Map.of("Vary", VARY);
        return new ManagementResponse(200, wanted.format.contentType(), headers, body.toByteArray());
    }

    private static NameFilter filter(Set<String> names) {
        try {
            return NameFilter.of(names);
        } catch (IllegalArgumentException tooMany) {
            throw new BadRequestException("name[]: too many names", tooMany);
        }
    }

    private record Wanted(Format format, Set<String> names, boolean gzip) {}
}
