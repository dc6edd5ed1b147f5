package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.Reports;
import dev.sightglass.simulator.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case T19: a server that is away is named by health and metrics, and is no reason to restart this service nor to keep work from it. */
class OutageTest {

    @Test
    void t19HealthTellsTheTruthWhileTheServerIsAway(@TempDir Path root) throws Exception {
        try (var service = new ServiceFixture(root)) {
            service.simulator().faults().set(Fault.of(Fault.Kind.DROP));
            for (int report = 0; report < 10; report++) {
                service.drop("wsjf", report + ".json", Reports.valid(Integer.toString(report)).json());
            }
            await().untilAsserted(
                () -> assertThat(service.management("/metrics").body()).contains("sightglass_upstream_up 0.0",
                    "sightglass_upstream_paused{reason=\"failures\"} 1.0",
                    "sightglass_upstream_circuit_state{state=\"open\"} 1.0"));
            await().untilAsserted(
                () -> assertThat(service.management("/health/details").body()).contains("the connection broke",
                    "see the network and any proxy on the way"));
            assertThat(service.management("/health/live").statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(200));
            assertThat(service.api("/api/v1/status").body()).contains("\"PAUSED\"");

            service.simulator().faults().clear();
            service.awaitDelivered(10);
            await().untilAsserted(
                () -> assertThat(service.management("/metrics").body()).contains("sightglass_upstream_up 1.0",
                    "sightglass_upstream_circuit_state{state=\"closed\"} 1.0"));
        }
    }
}
