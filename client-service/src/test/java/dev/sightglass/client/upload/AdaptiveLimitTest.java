package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

    private final AtomicInteger most = new AtomicInteger(20);
    private final AdaptiveLimit limit = new AdaptiveLimit(most::get);

    /** Keeps as many under way as allowed, for some rounds; the server takes a time that depends on how many there are. */
    private void serve(int rounds, IntFunction<Duration> time) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            var slots = new ArrayList<AdaptiveLimit.Slot>();
            int allowed = Math.max(4, limit.current());
            while (slots.size() < allowed) {
                for (int under = limit.current(); under > 0 && slots.size() < allowed; under--) {
                    slots.add(limit.acquire());
                }
                slots.forEach(slot -> slot.answered(time.apply(Math.min(allowed, limit.current()))));
            }
        }
    }

    private static IntFunction<Duration> always(Duration time) {
        return _ -> time;
    }

    @Test
    void reachesTheMostInAFewRoundsWhenAllIsWell() throws Exception {
        assertThat(limit.current()).isEqualTo(1);
        serve(6, always(Duration.ofMillis(50)));
        assertThat(limit.current()).isEqualTo(20);
        serve(20, always(Duration.ofMillis(50)));
        assertThat(limit.current()).as("never more").isEqualTo(20);
    }

    @Test
    void aRefusalHalvesItOnceForAllThatWereUnderWay() throws Exception {
        serve(6, always(Duration.ofMillis(50)));
        var slots = new ArrayList<AdaptiveLimit.Slot>();
        for (int slot = 0; slot < 20; slot++) {
            slots.add(limit.acquire());
        }
        slots.forEach(AdaptiveLimit.Slot::refused);
        assertThat(limit.current()).isEqualTo(10);

        serve(2, always(Duration.ofMillis(50)));
        assertThat(limit.current()).as("grows by one for each round").isEqualTo(12);
    }

    @Test
    void neverFallsBelowOne() throws Exception {
        for (int refusal = 0; refusal < 10; refusal++) {
            limit.acquire().refused();
        }
        assertThat(limit.current()).isEqualTo(1);
    }

    @Test
    void sendsLessToAServerThatSlowsDownUnderTheLoad() throws Exception {
        IntFunction<Duration> bearsFive =
            under -> Duration.ofMillis(100L * Math.max(1, (under + 4) / 5) * Math.max(1, under / 5));
        serve(60, bearsFive);
        assertThat(limit.current()).isBetween(7, 11);
    }

    @Test
    void servesAServerThatIsSlowForGoodAsFullyAsBefore() throws Exception {
        serve(6, always(Duration.ofMillis(50)));
        serve(1, always(Duration.ofSeconds(2)));
        assertThat(limit.current()).as("at first").isLessThan(20);
        serve(30, always(Duration.ofSeconds(2)));
        assertThat(limit.current()).isEqualTo(20);
    }

    @Test
    void smallDelaysOnABusyMachineAreNoTrouble() throws Exception {
        serve(6, always(Duration.ofMillis(1)));
        serve(20, always(Duration.ofMillis(60)));
        assertThat(limit.current()).isEqualTo(20);
    }

    @Test
    void climbsQuicklyAfterAnOutage() throws Exception {
        serve(6, always(Duration.ofMillis(50)));
        for (int refusal = 0; refusal < 10; refusal++) {
            limit.acquire().refused();
        }
        limit.startAnew();
        serve(6, always(Duration.ofMillis(50)));
        assertThat(limit.current()).isEqualTo(20);
    }

    @Test
    void theConfigurationMayChange() throws Exception {
        serve(6, always(Duration.ofMillis(50)));
        most.set(3);
        assertThat(limit.current()).isEqualTo(3);
        most.set(40);
        serve(6, always(Duration.ofMillis(50)));
        assertThat(limit.current()).isEqualTo(40);
    }

    @Test
    void whoeverIsTooManyWaitsForAPlace() throws Exception {
        var first = limit.acquire();
        var passed = new AtomicBoolean();
        var second = Thread.ofVirtual().start(() -> {
            try {
                limit.acquire();
                passed.set(true);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> second.getState() == Thread.State.WAITING);
        assertThat(passed).isFalse();

        first.release();
        first.release();
        second.join();
        assertThat(passed).isTrue();
        assertThat(limit.inFlight()).as("a slot ends once").isEqualTo(1);
    }
}
