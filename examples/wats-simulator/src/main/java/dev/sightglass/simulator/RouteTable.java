package dev.sightglass.simulator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint for a method and a path; paths are compared without regard to case, as the vendor's server seems to do. */
final class RouteTable {

    /** What a template ends with when its last segment is free. */
    private static final String FREE = "/{}";

    /**
     * One endpoint.
     *
     * @param name method and template, the key of the request counts
     * @param guarded whether token, faults and latency apply: the WATS API, not the control API
     * @param writes whether a read-only token is refused
     */
    record Route(String name, boolean guarded, boolean writes, Request.Endpoint endpoint) {}

    /** A route and the part of the path that filled its free segment. */
    record Match(Route route, String tail) {}

    private final Map<String, Map<String, Route>> byPath = new HashMap<>();

    RouteTable api(String method, String template, Request.Endpoint endpoint) {
        return add(method, template, new Route(method + " " + template, true, !method.equals("GET"), endpoint));
    }

    RouteTable control(String method, String template, Request.Endpoint endpoint) {
        return add(method, template, new Route(method + " " + template, false, false, endpoint));
    }

    Match find(String method, String path) {
        var key = path.toLowerCase(Locale.ROOT);
        var methods = byPath.get(key);
        if (methods != null) {
            return new Match(pick(methods, method, path), "");
        }
        var slash = path.lastIndexOf('/');
        var free = slash < 0 || slash == path.length() - 1 ? null : byPath.get(key.substring(0, slash) + FREE);
        return free == null
            ? new Match(always(404, "there is nothing at " + path), "")
            : new Match(pick(free, method, path), path.substring(slash + 1));
    }

    private RouteTable add(String method, String template, Route route) {
        byPath.computeIfAbsent(template.toLowerCase(Locale.ROOT), _ -> new TreeMap<>()).put(method, route);
        return this;
    }

    private static Route pick(Map<String, Route> methods, String method, String path) {
        @Nullable
        Route route = methods.get(method);
        return route == null ? always(405, path + " takes " + String.join(", ", methods.keySet())) : route;
    }

    private static Route always(int status, String message) {
        return new Route("other", true, false, _ -> Answer.error(status, message));
    }
}
