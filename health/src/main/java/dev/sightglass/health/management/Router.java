package dev.sightglass.health.management;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Finds the endpoint for a path: the exact one or none. */
final class Router {

    private final String basePath;
    private final Map<String, ManagementEndpoint> endpoints;

    /** Later endpoints take the place of earlier ones with the same path. */
    Router(String basePath, List<ManagementEndpoint> endpoints) {
        this.basePath = basePath;
        var byPath = new HashMap<String, ManagementEndpoint>();
        endpoints.forEach(endpoint -> byPath.put(endpoint.path(), endpoint));
        this.endpoints = Map.copyOf(byPath);
    }

    Set<String> paths() {
        return endpoints.keySet();
    }

    @Nullable
    ManagementEndpoint find(String path) {
        return path.startsWith(basePath) ? endpoints.get(path.substring(basePath.length())) : null;
    }
}
