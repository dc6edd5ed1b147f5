package dev.sightglass.simulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The control API: what the simulator holds and how it misbehaves. Neither token nor faults apply to it. */
final class ControlEndpoints {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEFAULT_TOP = 100;

    private final ReportStore store;
    private final Faults faults;
    private final Traffic traffic;

    ControlEndpoints(ReportStore store, Faults faults, Traffic traffic) {
        this.store = store;
        this.faults = faults;
        this.traffic = traffic;
    }

    void register(RouteTable routes) {
        routes.control("GET", "/simulator/state", _ -> Answer.json(state()))
            .control("GET", "/simulator/faults", _ -> Answer.json(FaultFormat.write(faults.current())))
            .control("PUT", "/simulator/faults", this::setFault)
            .control("DELETE", "/simulator/faults", _ -> clearFault())
            .control("GET", "/simulator/reports", this::reports)
            .control("DELETE", "/simulator/reports", _ -> clearReports());
    }

    private Map<String, Object> state() {
        var state = new LinkedHashMap<String, Object>();
        state.put("reports", store.distinct());
        state.put("repeats", store.repeats());
        state.put("heldBytes", store.heldBytes());
        state.put("requests", traffic.requests());
        state.put("answers", traffic.answers());
        state.put("inFlight", traffic.inFlight());
        state.put("peakInFlight", traffic.peakInFlight());
        state.put("heldRequests", faults.held());
        state.put("fault", FaultFormat.write(faults.current()));
        return state;
    }

    private Answer setFault(Request request) {
        try {
            faults.set(FaultFormat.read(JSON.readTree(request.body())));
            return Answer.json(FaultFormat.write(faults.current()));
        } catch (JacksonException broken) {
            return Answer.error(400, "body: not valid JSON: " + broken.getOriginalMessage());
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            return Answer.error(400, String.valueOf(wrong.getMessage()));
        } catch (IllegalStateException impossibleHere) {
            return Answer.error(409, String.valueOf(impossibleHere.getMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading an array cannot fail; this is a bug in the simulator", impossible);
        }
    }

    private Answer clearFault() {
        faults.clear();
        return Answer.noContent();
    }

    private Answer reports(Request request) {
        try {
            return Answer
                .json(store.inOrder().skip(request.number("$skip", 0)).limit(request.number("$top", DEFAULT_TOP))
                    .map(ControlEndpoints::described).toList());
        } catch (NumberFormatException _) {
            return Answer.error(400, "$top and $skip: must be whole numbers from 0 up");
        }
    }

    private static Map<String, Object> described(StoredReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", report.id());
        json.put("posts", report.posts());
        json.put("sha256", report.sha256());
        report.content().ifPresent(content -> {
            json.put("format", content.format());
            json.put("bytes", content.size());
            json.put("sn", content.header().sn());
            json.put("pn", content.header().pn());
            json.put("result", content.header().result());
            json.put("headers", content.headers());
        });
        return json;
    }

    private Answer clearReports() {
        store.clear();
        traffic.clear();
        return Answer.noContent();
    }
}
