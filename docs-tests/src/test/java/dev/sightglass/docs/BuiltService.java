package dev.sightglass.docs;

import dev.sightglass.client.lifecycle.ServiceLifecycle;
import dev.sightglass.metrics.MetricsCollector;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service put together but not started: what it declares is known, and nothing flows. */
final class BuiltService implements AutoCloseable {

    private final ApplicationContext context;

    BuiltService(Path root) throws IOException {
        context = ApplicationContext.builder().eagerInitConfiguration(true).banner(false)
            .properties(configuration(root)).build();
        context.start();
        context.getBean(ServiceLifecycle.class);
    }

    static Map<String, Object> configuration(Path root) throws IOException {
        var drop = Files.createDirectories(root.resolve("drop"));
        return Map.of("sightglass.wats.url", "http://127.0.0.1:1", "sightglass.wats.token", "dGVzdDp0ZXN0",
            "sightglass.data-dir", root.resolve("data").toString(), "sightglass.api.port", 0,
            "sightglass.metrics.port", freePort(), "sightglass.folders[0].path", drop.toString(),
            "sightglass.folders[0].converter", "wsjf");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    MetricsCollector metrics() {
        return context.getBean(MetricsCollector.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
