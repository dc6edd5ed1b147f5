package dev.sightglass.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Takes every request from start to end: reads it, lets the fault in force have its way, and answers. */
final class FrontDoor implements HttpHandler {

    private static final int PROMISED_BYTES = 4096;
    private static final byte[] FIRST_BYTES = "[{\"ID\":\"".getBytes(StandardCharsets.UTF_8);

    /** Cuts the connection of an exchange with a TCP reset. */
    interface ConnectionReset {
        void reset(HttpExchange exchange);
    }

    private final RouteTable routes;
    private final BodyReader bodies;
    private final Gatekeeper gatekeeper;
    private final Quota quota;
    private final Faults faults;
    private final Traffic traffic;
    private final Duration latency;
    private final CountDownLatch closed;
    private final ConnectionReset cutter;

    FrontDoor(RouteTable routes, SimulatorOptions options, Faults faults, Traffic traffic, CountDownLatch closed,
        ConnectionReset cutter) {
        this.routes = routes;
        this.bodies = new BodyReader(options.maxBodyBytes());
        this.gatekeeper = new Gatekeeper(options.token(), options.readOnlyTokens());
        this.quota = new Quota(options.rateLimit(), options.ratePeriod(), System::nanoTime);
        this.faults = faults;
        this.traffic = traffic;
        this.latency = options.latency();
        this.closed = closed;
        this.cutter = cutter;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var match = routes.find(exchange.getRequestMethod(), path);
        if (!match.route().guarded()) {
            work(exchange, match).send(exchange);
            return;
        }
        traffic.begin(match.route().name());
        try {
            handleGuarded(exchange, path, match);
        } finally {
            traffic.end();
        }
    }

    private void handleGuarded(HttpExchange exchange, String path, RouteTable.Match match) throws IOException {
        var refused = quota.refusal();
        if (refused.isPresent()) {
            discard(exchange);
            send(refused.get(), exchange);
            return;
        }
        var struck = faults.drawFor(path);
        if (struck.isEmpty()) {
            var answer = work(exchange, match);
            faults.pause(latency, closed);
            send(answer, exchange);
            return;
        }
        var armed = struck.get();
        var fault = armed.fault();
        // The body is read in any case: a client that is cut off while it still sends cannot tell one fault from another.
        var answer = fault.kind() == Fault.Kind.NONE || fault.afterWork() ? work(exchange, match) : discard(exchange);
        faults.pause(latency, closed);
        faults.pause(armed.delay(), armed.released());
        misbehave(exchange, armed, answer);
    }

    private void misbehave(HttpExchange exchange, ArmedFault armed, Answer answer) throws IOException {
        switch (armed.fault().kind()) {
            case NONE -> send(answer, exchange);
            case STATUS -> send(simulated(armed.fault()), exchange);
            case DROP -> exchange.close();
            case RESET -> {
                cutter.reset(exchange);
                exchange.close();
            }
            case HANG -> {
                faults.holdUntil(armed.released());
                exchange.close();
            }
            case HALF_OPEN -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, PROMISED_BYTES);
                exchange.getResponseBody().write(FIRST_BYTES);
                exchange.getResponseBody().flush();
                faults.holdUntil(armed.released());
                exchange.close();
            }
        }
    }

    private static Answer simulated(Fault fault) {
        var answer =
            Answer.error(fault.status(), "simulated fault: " + fault.status()).with("Retry-After", fault.retryAfter());
        return fault.status() == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"WATS\"") : answer;
    }

    private Answer discard(HttpExchange exchange) throws IOException {
        bodies.read(exchange);
        return Answer.noContent();
    }

    private Answer work(HttpExchange exchange, RouteTable.Match match) throws IOException {
        return switch (bodies.read(exchange)) {
            case BodyReader.Reading.Refused(var answer) -> answer;
            case BodyReader.Reading.Complete complete -> {
                var route = match.route();
                var headers = exchange.getRequestHeaders();
                var refusal = route.guarded() ? gatekeeper.refusal(headers, route.writes()) : Optional.<Answer>empty();
                var request = new Request(exchange.getRequestURI(), match.tail(), headers, complete.bytes());
                yield refusal.orElseGet(() -> answer(route, request));
            }
        };
    }

    private static Answer answer(RouteTable.Route route, Request request) {
        try {
            return route.endpoint().apply(request);
        } catch (RuntimeException bug) {
            // The JDK's server would close the connection in silence, which looks like a fault that somebody asked for.
            return Answer.error(500, "this is a bug in the simulator: " + bug);
        }
    }

    private void send(Answer answer, HttpExchange exchange) throws IOException {
        traffic.answered(answer.status());
        answer.send(exchange);
    }
}
