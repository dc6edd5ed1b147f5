package dev.sightglass.deployment.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * As much of the Kubernetes API as Helm needs: discovery, and objects that can be made, read, patched and deleted. It checks nothing of
 * what it is given: the types of StrictTypes do.
 */
final class ApiDouble implements AutoCloseable {

    /** What may be installed, by group and version. */
    private static final Map<String, List<String>> KINDS = Map.of(
        "v1", List.of("ConfigMap", "Secret", "Service", "ServiceAccount", "Pod"),
        "apps/v1", List.of("StatefulSet", "Deployment"),
        "policy/v1", List.of("PodDisruptionBudget"),
        "networking.k8s.io/v1", List.of("NetworkPolicy", "Ingress"),
        "monitoring.coreos.com/v1", List.of("ServiceMonitor", "PodMonitor", "PrometheusRule"));

    /** How the paths of Helm's own records go on. */
    private static final String RELEASES = "/sh.helm.release.";

    private final SortedMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    ApiDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** For clients that read a file. */
    String kubeConfig() {
        return """
               {"apiVersion": "v1", "kind": "Config", "current-context": "double",
                "clusters": [{"name": "double", "cluster": {"server": "http://127.0.0.1:%d"}}],
                "users": [{"name": "double", "user": {}}],
                "contexts": [{"name": "double", "context": {"cluster": "double", "user": "double", "namespace": "tests"}}]}"""
            .formatted(server.getAddress().getPort());
    }

    /** The last two parts of each path: kind and name, without Helm's own records. */
    List<String> names() {
        return objects.keySet().stream().map(path -> path.replaceAll(".*/([^/]+/[^/]+)$", "$1"))
            .filter(name -> !name.contains(RELEASES)).toList();
    }

    JsonNode object(String name) throws IOException {
        var path = objects.keySet().stream().filter(one -> one.endsWith("/" + name)).findFirst().orElseThrow();
        return mapper.readTree(objects.get(path));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange, path);
                case "POST" -> put(exchange, path + "/" + nameOf(body), body, 201);
                case "PUT" -> put(exchange, path, body, 200);
                case "PATCH" -> patch(exchange, path, body);
                case "DELETE" -> delete(exchange, path);
                default -> answer(exchange, 405, "{}");
            }
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        var discovery = discovery(path);
        if (discovery != null) {
            answer(exchange, 200, discovery);
        } else if (objects.containsKey(path)) {
            answer(exchange, 200, objects.get(path));
        } else if (path.endsWith("/secrets")) {
            var releases = path + RELEASES;
            answer(exchange, 200, ProtobufSecrets.list(objects.tailMap(releases).headMap(releases + '~').values()));
        } else {
            notFound(exchange);
        }
    }

    private static @Nullable String discovery(String path) {
        return switch (path) {
            case "/version" -> "{\"major\": \"1\", \"minor\": \"34\", \"gitVersion\": \"v1.34.0\"}";
            case "/api" -> "{\"kind\": \"APIVersions\", \"versions\": [\"v1\"]}";
            case "/apis" -> "{\"kind\": \"APIGroupList\", \"apiVersion\": \"v1\", \"groups\": [%s]}".formatted(
                String.join(",", KINDS.keySet().stream().filter(version -> version.contains("/")).map(
                    version -> "{\"name\": \"%s\", \"versions\": [{\"groupVersion\": \"%s\", \"version\": \"v1\"}]}"
                        .formatted(
                            version.substring(0, version.indexOf('/')), version))
                    .toList()));
            default -> resources(path.replaceFirst("^/apis?/", ""));
        };
    }

    private static @Nullable String resources(String version) {
        var kinds = KINDS.get(version);
        return kinds == null ? null
            : "{\"kind\": \"APIResourceList\", \"apiVersion\": \"v1\", \"groupVersion\": \"%s\", \"resources\": [%s]}"
                .formatted(version,
                    String.join(",",
                        kinds.stream().map(kind -> ("{\"name\": \"%s\", \"singularName\": \"\", \"namespaced\": true, "
                            + "\"kind\": \"%s\", \"verbs\": [\"create\", \"delete\", \"get\", \"list\", \"patch\", \"update\"]}")
                            .formatted(
                                plural(kind), kind))
                            .toList()));
    }

    private static String plural(String kind) {
        var name = kind.toLowerCase(Locale.ROOT);
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies"
            : name.endsWith("s") ? name + "es" : name + "s";
    }

    private String nameOf(byte[] body) throws IOException {
        if (body[0] == '{') {
            return mapper.readTree(body).at("/metadata/name").asText();
        }
        var text = new String(body, StandardCharsets.ISO_8859_1);
        return text.replaceAll("(?s).*?(sh\\.helm\\.release\\.v1\\.[a-z0-9-]+\\.v\\d+).*", "$1");
    }

    private void put(HttpExchange exchange, String path, byte[] body, int status) throws IOException {
        objects.put(path, body);
        answer(exchange, status, body);
    }

    private void patch(HttpExchange exchange, String path, byte[] body) throws IOException {
        var patched = (ObjectNode) mapper.readTree(objects.get(path));
        merge(patched, mapper.readTree(body));
        put(exchange, path, mapper.writeValueAsBytes(patched), 200);
    }

    /** As a merge patch: lists are replaced whole. What Helm marks for a strategic merge begins with a dollar and is left out. */
    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(field -> {
            var old = into.get(field.getKey());
            if (field.getKey().startsWith("$")) {
                return;
            }
            if (field.getValue().isNull()) {
                into.remove(field.getKey());
            } else if (field.getValue().isObject() && old instanceof ObjectNode below) {
                merge(below, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    private void delete(HttpExchange exchange, String path) throws IOException {
        if (objects.remove(path) == null) {
            notFound(exchange);
        } else {
            answer(exchange, 200, "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Success\"}");
        }
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        answer(exchange, 404,
            "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"reason\": \"NotFound\", \"code\": 404}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type",
            body[0] == '{' ? "application/json" : ProtobufSecrets.MEDIA_TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
