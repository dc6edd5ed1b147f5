package dev.sightglass.monitoring.dashboard;

import static dev.sightglass.monitoring.dashboard.Panel.heatmap;
import static dev.sightglass.monitoring.dashboard.Panel.stat;
import static dev.sightglass.monitoring.dashboard.Panel.timeseries;

import dev.sightglass.monitoring.dashboard.Dashboard.Row;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.List;
import java.util.Map;

/** The WATS server as seen from here. */
final class WatsApi {

    private static final String DURATION = "sightglass_http_request_duration_seconds";

    private final Catalogue catalogue;

    private WatsApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Dashboard of(Catalogue catalogue) {
        var api = new WatsApi(catalogue);
        return new Dashboard("sightglass-wats-api", "WATS API",
            "Calls to the WATS server: rate, errors, duration, retries, cache.",
            List.of(api.server(), api.calls(), api.sizes(), api.cache()));
    }

    private Row server() {
        return Row.of("Server",
            stat("Server").unit(Unit.NONE).query("max(" + Series.of("sightglass_upstream_up") + ")", "server")
                .words(Map.of(0, "down", 1, "up"))
                .alert(catalogue.alert("SightglassUpstreamDown"))
                .says("Whether it answered when last asked.",
                    "see the kind of error below; nothing is lost meanwhile."),
            stat("Paused").unit(Unit.NONE).words(Map.of(0, "no", 1, "yes"))
                .alert(catalogue.alert("SightglassUpstreamPaused"))
                .query("max("
                    + Series.of("sightglass_upstream_paused", "reason=~\"authentication|authorization|not_found|tls\"")
                    + ")", "paused")
                .says("Whether uploads wait for a person: token, rights, address or certificate.",
                    "the panel beside it names the reason."),
            timeseries("Reasons of pauses").unit(Unit.COUNT)
                .query("max by (reason) (" + Series.of("sightglass_upstream_paused") + ")", "{{reason}}")
                .says("1 while uploads are paused for this reason.",
                    "it has no colour of its own; the stat beside it has."),
            timeseries("Circuit").unit(Unit.COUNT)
                .query("max by (state) (" + Series.of("sightglass_upstream_circuit_state") + ")", "{{state}}")
                .says("1 for the state that holds: closed lets reports through, half open tries one.",
                    "never red; much change between states means a server that hardly copes."));
    }

    private Row calls() {
        return Row.of("Calls",
            timeseries("Rate by status").unit(Unit.REQUESTS_PER_SECOND).stacked()
                .query(Series.sumRate("status", Series.of("sightglass_http_requests_total")), "{{status}}")
                .says("Calls that ended; none is no answer.", "never red; the share of errors judges."),
            timeseries("Share of errors").unit(Unit.SHARE).alert(catalogue.alert("SightglassErrorRatio"))
                .query("sum by (endpoint) (" + Series.rate(Series.of("sightglass_http_errors_total"))
                    + ") / sum by (endpoint) ("
                    + Series.rate(Series.of("sightglass_http_requests_total")) + ")", "{{endpoint}}")
                .says("Share of calls that went wrong.", "the panel beside it says how they went wrong."),
            timeseries("Errors by type").unit(Unit.REQUESTS_PER_SECOND).stacked()
                .query(Series.sumRate("error_type", Series.of("sightglass_http_errors_total")), "{{error_type}}")
                .says("How calls went wrong.",
                    "never red; connect and dns are the network, server_error is the server, client_error is us."),
            timeseries("Duration").unit(Unit.SECONDS)
                .queries(Latency.of(DURATION).quantile(0.5, "endpoint", "p50 {{endpoint}}"))
                .queries(Latency.of(DURATION).quantile(0.95, "endpoint", "p95 {{endpoint}}"))
                .says("From the start of a call to its end. Exemplars carry the correlation id.",
                    "it has no threshold; compare with the server's own figures."),
            heatmap("Durations").unit(Unit.SECONDS).queries(Latency.of(DURATION).heatmap())
                .says("Every call.", "never red; a band at the time-out shows calls that hang."),
            timeseries("Calls under way").unit(Unit.COUNT)
                .query("sum by (endpoint) (" + Series.of("sightglass_http_requests_active") + ")", "{{endpoint}}")
                .query("sum(" + Series.of("sightglass_upstream_concurrency_limit") + ")", "limit now")
                .says("Calls under way, and how many uploads the service allows itself at the moment.",
                    "never red; a limit far below the configured one means that the server pushes back."),
            timeseries("Retries by reason").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("reason", Series.of("sightglass_http_retries_total")), "{{reason}}")
                .says("Calls made again.", "never red; throttled asks for fewer uploads at once."),
            timeseries("Own rate limit").unit(Unit.COUNT)
                .query("max(" + Series.of("sightglass_upstream_rate_limited") + ")", "held back")
                .says("1 while the service's own rate limit holds uploads back.",
                    "never red; raise the limit if the server bears more."));
    }

    private Row sizes() {
        return Row.of("Sizes",
            timeseries("Mean size of requests").unit(Unit.BYTES).width(12)
                .queries(Latency.of("sightglass_http_request_size_bytes").mean("endpoint", "{{endpoint}}"))
                .says("Bodies that were sent.", "never red; a 413 in the errors means that the server takes less."),
            timeseries("Mean size of answers").unit(Unit.BYTES).width(12)
                .queries(Latency.of("sightglass_http_response_size_bytes").mean("endpoint", "{{endpoint}}"))
                .says("Bodies that came back.", "never red."));
    }

    private Row cache() {
        return Row.of("Cache of look-ups",
            timeseries("Hit ratio").unit(Unit.SHARE).alert(catalogue.alert("SightglassCacheUseless"))
                .query(Series.sumRate("cache", Series.of("sightglass_cache_hits_total")) + " / ("
                    + Series.sumRate("cache", Series.of("sightglass_cache_hits_total")) + " + "
                    + Series.sumRate("cache", Series.of("sightglass_cache_misses_total")) + ")", "{{cache}}")
                .says("Share of look-ups that found an answer. Empty while nothing is looked up.",
                    "raise cache.ttl or cache.max-size; the server is asked for every report otherwise."),
            timeseries("Entries").unit(Unit.COUNT)
                .query("sum by (cache) (" + Series.of("sightglass_cache_size") + ")", "{{cache}}")
                .query("sum by (cache) (" + Series.of("sightglass_cache_max_size") + ")", "most {{cache}}")
                .says("Entries and the most there may be.", "never red; at the limit, look at evictions by size."),
            timeseries("Evictions").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("cache, cause", Series.of("sightglass_cache_evictions_total")),
                    "{{cache}} {{cause}}")
                .says("Entries that were let go.", "never red; cause size means that the cache is too small."));
    }
}
