package dev.sightglass.simulator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What a client looks up on the server: its version, its processes, products. */
final class ServerEndpoints {

    private static final String VERSION = "24.1.0";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<WatsProcess> processes;
    private final ConcurrentMap<String, JsonNode> products = new ConcurrentHashMap<>();

    ServerEndpoints(List<WatsProcess> processes) {
        this.processes = processes;
    }

    void register(RouteTable routes) {
        routes.api("GET", "/api/App/Version", _ -> Answer.json("\"" + VERSION + "\""))
            .api("GET", "/api/App/Processes",
                _ -> Answer.json(processes.stream().map(ServerEndpoints::described).toList()))
            .api("GET", "/api/Product/{}", request -> product(request.tail(), ""))
            .api("GET", "/api/Product", this::productByQuery)
            .api("PUT", "/api/Product", this::putProduct);
    }

    private static Map<String, Object> described(WatsProcess process) {
        return Map.of("code", process.code(), "name", process.name(), "description", "", "isTestOperation",
            !process.repair(),
            "isRepairOperation", process.repair(), "isWipOperation", false, "processIndex", process.code(), "state", 1,
            "Properties", List.of());
    }

    private Answer productByQuery(Request request) {
        var partNumber = request.parameter("partNumber");
        if (partNumber == null || partNumber.isBlank()) {
            return Answer.error(400, "partNumber: is required");
        }
        var revision = request.parameter("revision");
        return product(partNumber, revision == null ? "" : revision);
    }

    private Answer product(String partNumber, String revision) {
        var found = products.get(partNumber);
        if (found == null) {
            return Answer.error(404, "no product " + partNumber);
        }
        return revision.isEmpty() || found.path("revisions").findValuesAsText("revision").contains(revision)
            ? Answer.json(found)
            : Answer.error(404, "product " + partNumber + " has no revision " + revision);
    }

    private Answer putProduct(Request request) {
        try {
            var product = JSON.readTree(request.body());
            var partNumber = product.path("partNumber").asText("");
            if (partNumber.isBlank()) {
                return Answer.error(400, "partNumber: is required");
            }
            products.put(partNumber, product);
            return Answer.json(product);
        } catch (JacksonException broken) {
            return Answer.error(400, "body: not valid JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("reading an array cannot fail; this is a bug in the simulator", impossible);
        }
    }
}
