package dev.sightglass.docs.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The simulator in a test, for examples/wats-simulator/README.md. */
class SimulatorTest {

    private final UUID id = UUID.fromString("6339c6ac-d51f-547d-8760-ccf78a4e3dc3");

    @Test
    void aClientThatTriesAgainDeliversOnce() throws Exception {
        try (var simulator = WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken("c2VjcmV0"))) {
            simulator.faults().set(Fault.status(503).withRetryAfter("1").times(1));
            assertThat(post(simulator.url())).isEqualTo(503);
            assertThat(post(simulator.url())).isEqualTo(200);
            assertThat(simulator.reports()).isEqualTo(1);
            assertThat(simulator.repeats()).isZero();
            assertThat(simulator.find(id).orElseThrow().header("Idempotency-Key")).contains(id.toString());
        }
    }

    private int post(URI server) throws IOException, InterruptedException {
        var report =
            """
            {"type":"T","id":"%s","pn":"PN-1","sn":"1","rev":"A","processCode":10,"result":"P","machineName":"bench-3",
             "location":"Oslo","purpose":"Production","start":"2026-03-02T09:15:00.000+01:00","startUTC":"2026-03-02T08:15:00.000Z",
             "uut":{"user":"anna"},"root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P",
             "seqCall":{"path":"main.seq","name":"main.seq","version":"1.0"},"steps":[]}}"""
                .formatted(id);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(server.resolve("/api/Report/WSJF"))
                .header("Authorization", "Basic c2VjcmV0").header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString()).POST(BodyPublishers.ofString(report)).build(),
                BodyHandlers.discarding()).statusCode();
        }
    }
}
