package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.Reports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server goes away from a running service, and comes back. */
class ServerAwayTest {

    private static final Duration INTERVAL = Duration.ofSeconds(3);
    /** For a busy machine to run a check that is due, and to ask for the result. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    @TempDir
    private Path root;
    @SuppressWarnings("NullAway.Init") // started before each test
    private ServiceFixture service;

    @BeforeEach
    void start() throws Exception {
        service =
            new ServiceFixture(root, Map.of("sightglass.health.checks.upstream.interval", INTERVAL.toMillis() + "ms",
                "sightglass.upload.probe-interval", "200ms"));
        awaitReady();
        awaitUpstream("UP");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anIdleServiceNamesTheCauseWithinOneIntervalAndRecoversByItself() throws Exception {
        service.takeServerAway();
        long away = System.nanoTime();
        awaitUpstream("DEGRADED");
        assertThat(Duration.ofNanos(System.nanoTime() - away)).isLessThan(INTERVAL.plus(SLACK));

        assertThat(service.management("/health/details").body()).contains("the server cannot be reached",
            "\"nextStep\":\"see whether it runs, and the network on the way\"");
        assertThat(service.management("/health").body()).isEqualTo("{\"status\":\"DEGRADED\"}");
        assertThat(service.management("/metrics").body()).contains("sightglass_upstream_up 0.0",
            "sightglass_health_status{check=\"upstream\",status=\"degraded\"} 1.0");

        service.bringServerBack();
        awaitUpstream("UP");
        assertThat(service.management("/metrics").body()).contains("sightglass_upstream_up 1.0");
    }

    @Test
    void aBusyServicePausesWithTheReasonAndDeliversWhenTheServerIsBack() throws Exception {
        service.takeServerAway();
        for (int report = 0; report < 20; report++) {
            service.drop("wsjf", "away-" + report + ".json", Reports.valid("away-" + report).json());
        }
        await().untilAsserted(() -> {
            probesStayWell();
            assertThat(service.management("/metrics").body()).contains(
                "sightglass_upstream_paused{reason=\"failures\"} 1.0",
                "sightglass_upstream_up 0.0");
        });
        await().untilAsserted(
            () -> assertThat(service.management("/health/details").body()).contains("uploads are paused"));
        await().untilAsserted(() -> assertThat(service.folder("wsjf").resolve("Done/away-19.json")).exists());

        service.bringServerBack();
        service.awaitDelivered(20);
        awaitUpstream("UP");
    }

    private void awaitReady() {
        await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(200));
    }

    private void awaitUpstream(String status) {
        await().untilAsserted(() -> {
            probesStayWell();
            assertThat(service.management("/health/details").body())
                .contains("\"upstream\":{\"status\":\"" + status + '"');
        });
    }

    private void probesStayWell() throws Exception {
        assertThat(service.management("/health/live").statusCode()).isEqualTo(200);
        assertThat(service.management("/health/ready").statusCode()).isEqualTo(200);
    }
}
