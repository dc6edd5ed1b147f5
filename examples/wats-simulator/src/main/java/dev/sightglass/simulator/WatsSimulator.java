package dev.sightglass.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A running simulator. Thread-safe. Closing it lets go of held requests and closes every connection. */
public final class WatsSimulator implements AutoCloseable {

    static {
        // Both are read once, when the server's classes load. Without nodelay small answers wait for the peer's delayed
        // acknowledgement; the default idle interval of 30 s closes connections under clients that keep them as long.
        defaultProperty("sun.net.httpserver.nodelay", "true");
        defaultProperty("sun.net.httpserver.idleInterval", "120");
        defaultProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }

    private static final int BACKLOG = 1024;

    private final SimulatorOptions options;
    private final ReportStore store;
    private final Faults faults;
    private final Traffic traffic = new Traffic();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors
        .newThreadPerTaskExecutor(Thread.ofVirtual().name("simulator-", 0).factory());
    private final HttpServer server;
    private final @Nullable WireRelay relay;

    private WatsSimulator(SimulatorOptions options) throws IOException {
        this.options = options;
        this.store = new ReportStore(options.keepBytes());
        this.faults = new Faults(options.wireFaults());
        var address = new InetSocketAddress(InetAddress.getByName(options.host()), options.port());
        if (options.wireFaults()) {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            relay = startRelay(address, server);
        } else {
            server = HttpServer.create(address, BACKLOG);
            relay = null;
        }
    }

    /**
     * Starts a simulator.
     *
     * @throws UncheckedIOException when the address cannot be listened on
     */
    public static WatsSimulator start(SimulatorOptions options) {
        try {
            var simulator = new WatsSimulator(options);
            simulator.serve();
            return simulator;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                "%s:%d: cannot be listened on: %s. Choose another port, or 0 for any free one."
                    .formatted(options.host(), options.port(), failed.getMessage()),
                failed);
        }
    }

    /** The base URL that clients are given, with no slash at the end. */
    public URI url() {
        var host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + host + ":" + port());
    }

    /** The port that is listened on. */
    public int port() {
        return relay == null ? server.getAddress().getPort() : relay.port();
    }

    /** How many different reports have been accepted. */
    public long reports() {
        return store.distinct();
    }

    /** How many accepted posts carried an id that had been accepted before. */
    public long repeats() {
        return store.repeats();
    }

    /** What is known of a report id. */
    public Optional<StoredReport> find(UUID id) {
        return store.find(id);
    }

    /** Every report in the order of first arrival: a copy as of now. */
    public List<StoredReport> stored() {
        return store.inOrder().toList();
    }

    /** Forgets every report and every count; the fault in force stays. */
    public void clear() {
        store.clear();
        traffic.clear();
    }

    /** How the server misbehaves. */
    public Faults faults() {
        return faults;
    }

    /** Requests received, by method and path template such as {@code POST /api/Report/WSJF}; the control API is not counted. */
    public Map<String, Long> requests() {
        return traffic.requests();
    }

    /** Answers given, by status. */
    public Map<Integer, Long> answers() {
        return traffic.answers();
    }

    /** The largest number of requests that were ever at work at once. */
    public int peakInFlight() {
        return traffic.peakInFlight();
    }

    @Override
    public void close() {
        closed.countDown();
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
        if (relay != null) {
            try {
                relay.close();
            } catch (IOException failed) {
                throw new UncheckedIOException("the relay did not close: " + failed.getMessage(), failed);
            }
        }
    }

    private void serve() {
        var routes = new RouteTable();
        new ReportEndpoints(store, options.processes()).register(routes);
        new ServerEndpoints(options.processes()).register(routes);
        new ControlEndpoints(store, faults, traffic).register(routes);
        server.createContext("/", new FrontDoor(routes, options, faults, traffic, closed, exchange -> {
            if (relay != null) {
                relay.reset(exchange.getRemoteAddress().getPort());
            }
        }));
        server.setExecutor(threads);
        server.start();
    }

    private static WireRelay startRelay(InetSocketAddress address, HttpServer server) throws IOException {
        try {
            return new WireRelay(address, server.getAddress());
        } catch (IOException failed) {
            server.stop(0);
            throw failed;
        }
    }

    private static void defaultProperty(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
