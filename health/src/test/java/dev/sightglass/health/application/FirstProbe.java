package dev.sightglass.health.application;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.Probe;
import dev.sightglass.health.Status;
import dev.sightglass.health.management.ManagementServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/** A process that starts an application, waits until it is ready, and prints how long each of 100 probes took. */
final class FirstProbe {

    private FirstProbe() {}

    public static void main(String[] args) throws IOException {
        var properties = Map.<String, Object>of("sightglass.metrics.port", 0, "micronaut.server.port", -1);
        try (var application = ApplicationContext.run(EmbeddedServer.class, properties)) {
            var monitor = application.getApplicationContext().getBean(HealthMonitor.class);
            while (monitor.report().forProbe(Probe.READY) == Status.DOWN) {
                LockSupport.parkNanos(10_000_000);
            }
            int port = application.getApplicationContext().getBean(ManagementServer.class).port();
            var micros = new ArrayList<Long>();
            for (int i = 0; i < 100; i++) {
                micros.add(probe(port) / 1000);
            }
            System.out.println(micros);
        }
    }

    private static long probe(int port) throws IOException {
        long begun = System.nanoTime();
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write("GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
        return System.nanoTime() - begun;
    }
}
