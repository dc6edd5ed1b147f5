package dev.sightglass.simulator;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes reports and gives them back. */
final class ReportEndpoints {

    private static final List<String> KEPT_HEADERS =
        List.of("Idempotency-Key", "X-Correlation-ID", "traceparent", "tracestate",
            "Content-Type", "Content-Encoding", "User-Agent");
    private static final int DEFAULT_TOP = 1000;

    private final ReportStore store;
    private final WsjfCheck wsjf;
    private final WsxfCheck wsxf;

    ReportEndpoints(ReportStore store, List<WatsProcess> processes) {
        this.store = store;
        Map<Integer, WatsProcess> byCode = processes.stream()
            .collect(Collectors.toUnmodifiableMap(WatsProcess::code, Function.identity()));
        this.wsjf = new WsjfCheck(byCode);
        this.wsxf = new WsxfCheck(byCode);
    }

    void register(RouteTable routes) {
        routes.api("POST", "/api/Report/WSJF", request -> take(request, ReportFormat.WSJF, wsjf.check(request.body())))
            .api("POST", "/api/Report/WSXF", request -> take(request, ReportFormat.WSXF, wsxf.check(request.body())))
            .api("GET", "/api/Report/Wsjf/{}", request -> readBack(request, ReportFormat.WSJF))
            .api("GET", "/api/Report/Wsxf/{}", request -> readBack(request, ReportFormat.WSXF))
            .api("GET", "/api/Report/Query/Header", this::headers);
    }

    private Answer take(Request request, ReportFormat format, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(var faults) ->
                Answer.refused("The report was not accepted. " + String.join("; ", faults), faults);
            case Verdict.Accepted(var reports) -> {
                var kept = keptHeaders(request.headers());
                var items = new ArrayList<String>(reports.size());
                for (var header : reports) {
                    var stored = store.put(new StoredReport.Content(header, format, request.body(), kept));
                    items.add("{\"ID\":\"" + stored.id() + "\",\"status\":\""
                        + (stored.posts() == 1 ? "Saved" : "Overwritten")
                        + "\"}");
                }
                yield Answer.json("[" + String.join(",", items) + "]");
            }
        };
    }

    private Answer readBack(Request request, ReportFormat format) {
        var found = id(request.tail()).flatMap(store::find);
        if (found.isEmpty()) {
            return Answer.error(404, "no report with id " + request.tail());
        }
        var content = found.get().content();
        if (content.isEmpty()) {
            return Answer.error(404,
                "report " + request.tail() + " was accepted, but its bytes were not kept: the budget for "
                    + "them was used up. Start the simulator with a larger --keep.");
        }
        return content.get().format() == format
            ? Answer.of(format.mediaType(), content.get().bytes())
            : Answer.error(404, "report " + request.tail() + " came as " + content.get().format()
                + ", and this simulator does not translate");
    }

    private Answer headers(Request request) {
        try {
            var type = "R".equalsIgnoreCase(request.parameter("reportType")) ? "R" : "T";
            return Answer
                .json(store.inOrder().flatMap(report -> report.content().stream()).map(StoredReport.Content::header)
                    .filter(header -> header.type().equals(type)).skip(request.number("$skip", 0))
                    .limit(request.number("$top", DEFAULT_TOP)).map(ReportEndpoints::row).toList());
        } catch (NumberFormatException _) {
            return Answer.error(400, "$top and $skip: must be whole numbers from 0 up");
        }
    }

    private static Map<String, Object> row(ReportHeader header) {
        return Map.of("uuid", header.id(), "serialNumber", header.sn(), "partNumber", header.pn(), "revision",
            header.rev(),
            "result", header.result(), "processCode", header.processCode(), "stationName", header.machineName(),
            "start",
            header.start());
    }

    private static Map<String, String> keptHeaders(Headers headers) {
        var kept = new HashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = headers.getFirst(name);
            if (value != null) {
                kept.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return Map.copyOf(kept);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
