package dev.sightglass.client.upload;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How many reports were settled within about the last second. For one thread. */
final class Pace {

    private static final long WINDOW = 1_000_000_000;

    private final IntSupplier settled;
    private final LongSupplier nanos;
    private long windowStart;
    private int atWindowStart;
    private int inWindowBefore;

    Pace(IntSupplier settled, LongSupplier nanos) {
        this.settled = settled;
        this.nanos = nanos;
        this.windowStart = nanos.getAsLong();
    }

    int lastSecond() {
        long now = nanos.getAsLong();
        int inWindow = settled.getAsInt() - atWindowStart;
        if (now - windowStart >= WINDOW) {
            inWindowBefore = inWindow;
            atWindowStart += inWindow;
            windowStart = now;
        }
        return Math.max(inWindow, inWindowBefore);
    }
}
