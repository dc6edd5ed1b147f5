package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where Alertmanager sends its notifications; on every address, because it does so out of a container. */
final class Webhook implements AutoCloseable {

    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Webhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var receiver = exchange.getRequestURI().getPath().substring(1);
        new ObjectMapper().readTree(exchange.getRequestBody()).path("alerts")
            .forEach(alert -> notices.add(new Notice(receiver, alert)));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** The last that was heard of an alert from a Prometheus. */
    Optional<Notice> last(String alert, Prometheus prometheus) {
        return notices.stream().filter(notice -> notice.label("alertname").equals(alert))
            .filter(notice -> notice.label("prometheus").equals(prometheus.name)).reduce((_, later) -> later);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * An alert in a notification.
     *
     * @param receiver the receiver of the example configuration
     * @param alert as Alertmanager writes it
     */
    record Notice(String receiver, JsonNode alert) {

        String label(String name) {
            return alert.path("labels").path(name).asText();
        }

        String annotation(String name) {
            return alert.path("annotations").path(name).asText();
        }

        boolean isFiring() {
            return alert.path("status").asText().equals("firing");
        }
    }
}
