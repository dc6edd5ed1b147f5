package dev.sightglass.client.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicReference<Rate> rate = new AtomicReference<>(Rate.NONE);

    private RateLimiter limiter(String text) {
        rate.set(Rate.parse("key", text));
        return new RateLimiter(rate::get, now::get);
    }

    /** Takes one, letting the time pass that it takes. */
    private void takeOne(RateLimiter limiter) {
        for (var wait = limiter.take(); wait.isPositive(); wait = limiter.take()) {
            now.addAndGet(wait.toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({"500/60s,60", "1/10s,10", "2/1s,1", "10/1m,60", "7/500ms,0.5"})
    void noStretchOfThePeriodHasMoreThanTheLimitWhateverTheDemand(String text, double seconds) {
        var limiter = limiter(text);
        var demand = new Random(42);
        long period = (long) (seconds * 1e9);
        List<Long> sent = new ArrayList<>();
        for (int report = 0; report < 3000; report++) {
            if (demand.nextInt(100) == 0) {
                now.addAndGet((long) (demand.nextDouble() * 2 * period)); // nothing to send for a while, so that something is saved up
            }
            takeOne(limiter);
            sent.add(now.get());
        }
        int most = rate.get().requests();
        for (int last = most; last < sent.size(); last++) {
            assertThat(sent.get(last) - sent.get(last - most)).as("time for %d and one more", most)
                .isGreaterThanOrEqualTo(period);
        }
    }

    @Test
    void usesNineTenthsOfTheLimitWhenThereIsAlwaysSomethingToSend() {
        var limiter = limiter("500/60s");
        for (int report = 0; report < 5000; report++) {
            takeOne(limiter);
        }
        assertThat(5000 / (now.get() / 60e9)).isBetween(445.0, 500.0);
    }

    @Test
    void aRestartBringsNoSecondBurst() {
        var limiter = limiter("500/60s");
        takeOne(limiter);
        assertThat(limiter.take()).as("after the first").isPositive();
    }

    @Test
    void withoutALimitNobodyWaits() {
        var limiter = limiter("none");
        for (int report = 0; report < 10_000; report++) {
            assertThat(limiter.take()).isZero();
        }
        assertThat(limiter.within(Duration.ofSeconds(2))).isEqualTo(Integer.MAX_VALUE);
        assertThat(limiter.holding()).isZero();
    }

    @Test
    void tellsThatItHoldsReportsBackAndForHowLong() {
        var limiter = limiter("60/60s");
        for (int report = 0; report < 30; report++) {
            takeOne(limiter);
        }
        assertThat(limiter.holding()).isGreaterThan(RateLimiter.WORTH_TELLING);
        assertThat(limiter.within(Duration.ofSeconds(2))).isBetween(1, 3);

        now.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(limiter.holding()).as("nothing came for a while").isZero();
    }

    @Test
    void anotherLimitHoldsAtOnce() {
        var limiter = limiter("1/1h");
        takeOne(limiter);
        assertThat(limiter.take()).isGreaterThan(Duration.ofMinutes(59));

        rate.set(Rate.NONE);
        assertThat(limiter.take()).isZero();
    }

    @Test
    void requestsThatDoNotWaitCount() {
        var limiter = limiter("100/1s");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        for (int probe = 0; probe < 10; probe++) {
            limiter.count();
        }
        assertThat(limiter.take()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "0/60s", "500/0s", "-1/60s", "500/60", "many", "", "5000000/1s"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> Rate.parse("sightglass.upload.rate-limit", text))
            .hasMessage(
                "sightglass.upload.rate-limit: must be requests per time, such as 500/60s, or none. Found: " + text);
    }
}
