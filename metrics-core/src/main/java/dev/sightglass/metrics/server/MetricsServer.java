package dev.sightglass.metrics.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.exposition.ScrapeAnswer;
import dev.sightglass.metrics.exposition.ScrapeRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /metrics} with a scrape, in the format that the caller prefers. It uses the HTTP server of the JDK
 * and daemon threads only, so it never keeps a program alive.
 *
 * <pre>{@code
 * try (MetricsServer server = MetricsServer.start(metrics, 9090)) {
 *     work();
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class MetricsServer implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(MetricsServer.class);
    private static final String PATH = "/metrics";
    private static final int THREADS = 2;

    private final MetricsCollector metrics;
    private final HttpServer server;
    private final ExecutorService threads;

    private MetricsServer(MetricsCollector metrics, InetSocketAddress address) throws IOException {
        this.metrics = metrics;
        this.server = HttpServer.create(address, 0);
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "metrics-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Starts a server on all interfaces.
     *
     * @param metrics what to serve
     * @param port the port, or 0 for any that is free
     * @return the running server
     * @throws IOException if the port cannot be bound
     */
    public static MetricsServer start(MetricsCollector metrics, int port) throws IOException {
        return start(metrics, new InetSocketAddress(port));
    }

    /**
     * Starts a server on one address, such as the loopback interface only.
     *
     * @param metrics what to serve
     * @param address the address to bind
     * @return the running server
     * @throws IOException if the address cannot be bound
     */
    public static MetricsServer start(MetricsCollector metrics, InetSocketAddress address) throws IOException {
        MetricsServer started = new MetricsServer(metrics, address);
        started.startAsDaemon();
        return started;
    }

    /** The server's own thread becomes a daemon only if it is made by one. */
    private void startAsDaemon() {
        CompletableFuture.runAsync(server::start, threads).join();
    }

    /**
     * The port that the server listens on.
     *
     * @return the port
     */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once. Closing twice does nothing. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                say(exchange, 404, "Not here. The metrics are at " + PATH + "\n");
            } else if (!isReading(exchange)) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "Metrics can only be read\n");
            } else {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        ScrapeAnswer answer;
        try {
            answer = metrics.answer(ScrapeRequest.of(exchange.getRequestHeaders().getFirst("Accept"),
                exchange.getRequestHeaders().getFirst("Accept-Encoding"), exchange.getRequestURI().getRawQuery()));
        } catch (IllegalArgumentException e) {
            say(exchange, 400, e.getMessage() + "\n");
            return;
        } catch (RuntimeException e) {
            logger.error("A scrape failed, so this one is missing; see the cause for the metric to mend", e);
            say(exchange, 500, "The scrape failed; the log says why\n");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("Vary", "Accept, Accept-Encoding");
        answer.contentEncoding().ifPresent(coding -> exchange.getResponseHeaders().set("Content-Encoding", coding));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, answer.length());
        try (OutputStream out = exchange.getResponseBody()) {
            answer.writeTo(out);
        }
    }

    private static boolean isReading(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
