package dev.sightglass.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A fault as the JSON of the control API. */
final class FaultFormat {

    private static final Set<String> KEYS =
        Set.of("kind", "status", "retryAfter", "latencyMillis", "jitterMillis", "share",
            "remaining", "path", "afterWork");

    private FaultFormat() {}

    /**
     * Reads a fault; what is absent keeps its default.
     *
     * @throws IllegalArgumentException naming the key that is unknown or has a wrong value
     */
    static Fault read(JsonNode json) {
        var unknown = new TreeSet<String>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KEYS);
        if (!json.isObject() || !unknown.isEmpty()) {
            throw new IllegalArgumentException(
                "a fault is a JSON object with keys out of " + new TreeSet<>(KEYS) + ". Found: "
                    + (json.isObject() ? unknown : json.getNodeType()));
        }
        return Fault.of(kind(json.path("kind").asText("none")))
            .withStatus(Math.toIntExact(number(json, "status", 503)))
            .withRetryAfter(json.hasNonNull("retryAfter") ? json.path("retryAfter").asText() : null)
            .withLatency(Duration.ofMillis(number(json, "latencyMillis", 0)))
            .withJitter(Duration.ofMillis(number(json, "jitterMillis", 0)))
            .withShare(share(json.path("share")))
            .times(number(json, "remaining", Fault.ALWAYS))
            .onPath(json.path("path").asText("/"))
            .withAfterWork(json.path("afterWork").asBoolean());
    }

    static Map<String, Object> write(Fault fault) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", fault.kind().label());
        json.put("status", fault.status());
        if (fault.retryAfter() != null) {
            json.put("retryAfter", fault.retryAfter());
        }
        json.put("latencyMillis", fault.latency().toMillis());
        json.put("jitterMillis", fault.jitter().toMillis());
        json.put("share", fault.share());
        if (fault.times() != Fault.ALWAYS) {
            json.put("remaining", fault.times());
        }
        json.put("path", fault.path());
        json.put("afterWork", fault.afterWork());
        return json;
    }

    private static Fault.Kind kind(String label) {
        return Arrays.stream(Fault.Kind.values()).filter(kind -> kind.label().equals(label)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("kind: must be one of "
                + Arrays.stream(Fault.Kind.values()).map(Fault.Kind::label).collect(Collectors.joining(", "))
                + ". Found: "
                + label));
    }

    private static long number(JsonNode json, String key, long missing) {
        var value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return missing;
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(key + ": must be a whole number. Found: " + value);
        }
        return value.longValue();
    }

    private static double share(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 1;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException("share: must be a number from 0 to 1. Found: " + value);
        }
        return value.doubleValue();
    }
}
