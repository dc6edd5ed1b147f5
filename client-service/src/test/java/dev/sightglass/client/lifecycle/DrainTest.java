package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.Reports;
import dev.sightglass.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stop, as an orchestrator sees it: not ready first, live until the end. */
class DrainTest {

    @Test
    void readinessGoesFirstAndProbesAreAnsweredUntilTheEnd(@TempDir Path root) throws Exception {
        try (var service = new ServiceFixture(root)) {
            await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(200));
            service.simulator().faults().set(Fault.none().withLatency(Duration.ofSeconds(3)).onPath("/api/Report"));
            service.drop("wsjf", "slow.json", Reports.valid("slow").json());
            await().until(() -> service.simulator().peakInFlight() > 0
                && service.management("/metrics").body().contains("sightglass_queue_in_flight{queue=\"upload\"} 1.0"));

            var stopping = Thread.ofVirtual().start(service::stop);
            await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(503));
            assertThat(service.management("/health/ready").body()).contains("\"accepting-work\":\"DOWN\"",
                "draining: the service is stopping");
            assertThat(service.management("/health/live").statusCode()).isEqualTo(200);
            assertThat(service.management("/health/details").body()).contains("\"intake-loops\":{\"status\":\"UP\"",
                "\"upload-loops\":{\"status\":\"UP\"");
            assertThat(stopping.isAlive()).as("the upload is under way all the time").isTrue();

            stopping.join();
            assertThat(service.simulator().reports()).isEqualTo(1);
        }
    }
}
