package dev.sightglass.client.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.Status;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueueConfig LIMITS = new QueueConfig(100, 1000, 0, Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({"0, 0, 0, UP", "79, 0, 0, UP", "80, 0, 0, DEGRADED", "99, 0, 0, DEGRADED", "100, 0, 0, DOWN",
        "1, 799, 0, UP", "1, 800, 0, DEGRADED", "1, 1000, 0, DOWN", "1, 0, 60, UP", "1, 0, 61, DEGRADED"})
    void judgesFillByItemsAndBytesAndTheOldestAge(long reports, long bytes, long minutes, Status expected) {
        assertThat(check(reports, bytes, minutes).status()).isEqualTo(expected);
    }

    @Test
    void saysWhatItFoundAndWhatToDo() {
        var result = check(1, 0, 125);

        assertThat(result.reason())
            .isEqualTo("the oldest report has waited for 2 h 5 min; 1 reports undelivered, 1 % of "
                + "what is allowed");
        assertThat(result.nextStep()).contains("upstream");
        assertThat(result.data()).containsEntry("oldestSeconds", 7500.0).containsEntry("undelivered", 1L)
            .containsKeys("waiting", "inFlight", "paused", "dead", "bytes", "fill");
    }

    @Test
    void aClockThatWasSetBackMakesNoNegativeAge() {
        assertThat(check(1, 0, -10).data()).containsEntry("oldestSeconds", 0.0);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0.5, warn-age", "PT1S, 0, warn-fill", "PT1S, 1.1, warn-fill"})
    void refusesThresholdsThatMeanNothing(Duration age, double fill, String key) {
        assertThatThrownBy(() -> new QueueHealthConfig(age, fill))
            .hasMessageContaining("sightglass.health.queue." + key);
    }

    private static CheckResult check(long reports, long bytes, long minutes) {
        var counts = new QueueCounts(reports, 0, 0, 0, 2, bytes, Optional.of(NOW.minus(Duration.ofMinutes(minutes))));
        var queue = (ReportQueue) Proxy.newProxyInstance(ReportQueue.class.getClassLoader(),
            new Class<?>[]{ReportQueue.class}, (_, method, _) -> {
                assertThat(method.getName()).isEqualTo("counts");
                return counts;
            });
        return new QueueCheck(queue, LIMITS, new QueueHealthConfig(Duration.ofHours(1), 0.8), InstantSource.fixed(NOW))
            .check();
    }
}
