package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void letsNoStretchOfThePeriodHaveMore() {
        var quota = new Quota(2, Duration.ofSeconds(60), now::get);
        assertThat(quota.refusal()).isEmpty();
        pass(Duration.ofSeconds(50));
        assertThat(quota.refusal()).isEmpty();
        pass(Duration.ofSeconds(9));
        assertThat(quota.refusal()).hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(429));
        pass(Duration.ofSeconds(1));
        assertThat(quota.refusal()).as("the first has left the stretch").isEmpty();
        assertThat(quota.refusal()).as("the second has not").isPresent();
    }

    @Test
    void anyNumberWithoutALimit() {
        var quota = new Quota(0, Duration.ofSeconds(1), now::get);
        for (int request = 0; request < 1000; request++) {
            assertThat(quota.refusal()).isEmpty();
        }
    }

    @Test
    void saysWhenToComeAgain() throws Exception {
        try (
            var simulator = WatsSimulator.start(SimulatorOptions.defaults().withRateLimit(1, Duration.ofSeconds(30)))) {
            var client = new Client(simulator);
            assertThat(client.get("/api/App/Version").statusCode()).isEqualTo(200);
            var refused = client.get("/api/App/Version");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After").map(Integer::valueOf)).hasValueSatisfying(
                seconds -> assertThat(seconds).isBetween(25, 30));
            assertThat(client.get("/simulator/state").statusCode()).as("the control API is not limited").isEqualTo(200);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
