package dev.sightglass.client.queue;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Probe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells how full the queue is and how long its oldest report waits. A full one takes no work, so that this service is not ready. */
@Singleton
final class QueueCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("queue").countsFor(Probe.READY);
    private static final String SEE_UPSTREAM =
        "See the check named upstream for why reports do not leave, and GET /api/v1/reports for which they are.";

    private final ReportQueue queue;
    private final QueueConfig limits;
    private final QueueHealthConfig config;
    private final InstantSource clock;

    QueueCheck(ReportQueue queue, QueueConfig limits, QueueHealthConfig config, InstantSource clock) {
        this.queue = queue;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        var counts = queue.counts();
        var oldest = counts.oldest().map(this::age).orElse(Duration.ZERO);
        return judge(counts, oldest).with("undelivered", counts.undelivered()).with("waiting", counts.waiting())
            .with("inFlight", counts.leased()).with("paused", counts.paused()).with("dead", counts.dead())
            .with("bytes", counts.bytes())
            .with("fill", fill(counts)).with("oldestSeconds", oldest.toMillis() / 1000.0);
    }

    private CheckResult judge(QueueCounts counts, Duration oldest) {
        var fill = "%,d reports undelivered, %d %% of what is allowed".formatted(counts.undelivered(),
            Math.round(fill(counts) * 100));
        if (fill(counts) >= 1) {
            return CheckResult.down("full: " + fill + "; intake has stopped", SEE_UPSTREAM);
        }
        if (fill(counts) >= config.warnFill()) {
            return CheckResult.degraded(fill, SEE_UPSTREAM);
        }
        if (oldest.compareTo(config.warnAge()) > 0) {
            return CheckResult.degraded("the oldest report has waited for " + words(oldest) + "; " + fill,
                SEE_UPSTREAM);
        }
        return CheckResult.up(fill);
    }

    private Duration age(Instant queuedAt) {
        var age = Duration.between(queuedAt, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private double fill(QueueCounts counts) {
        return Math.max((double) counts.undelivered() / limits.maxItems(), (double) counts.bytes() / limits.maxBytes());
    }

    private static String words(Duration age) {
        return age.toHours() > 0 ? age.toHours() + " h " + age.toMinutesPart() + " min" : age.toMinutes() + " min";
    }
}
