package dev.sightglass.health;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Both clocks, moved by hand and apart from each other. */
public final class ManualTime {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong wallOffset = new AtomicLong();
    private final TimeSource source = new TimeSource(
        () -> START.plusNanos(nanos.get()).plusNanos(wallOffset.get()), nanos::get);

    public TimeSource source() {
        return source;
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    public void correctWallClockBy(Duration duration) {
        wallOffset.addAndGet(duration.toNanos());
    }
}
