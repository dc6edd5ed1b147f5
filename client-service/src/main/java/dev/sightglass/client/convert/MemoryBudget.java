package dev.sightglass.client.convert;

import java.util.concurrent.Semaphore;

/** Bounds the bytes of all sources that are in memory at the same time. */
final class MemoryBudget {

    private static final int UNIT = 1024;

    private final Semaphore units;
    private final int total;

    MemoryBudget(long bytes) {
        this.total = units(bytes);
        this.units = new Semaphore(total, true);
    }

    /** Waits for room; a source larger than the whole budget waits until it is alone. */
    Share acquire(long bytes) throws InterruptedException {
        var wanted = Math.clamp(units(bytes), 1, total);
        units.acquire(wanted);
        return new Share(wanted);
    }

    private static int units(long bytes) {
        return Math.clamp(Math.ceilDiv(bytes, UNIT), 1, Integer.MAX_VALUE);
    }

    final class Share implements AutoCloseable {

        private final int count;

        private Share(int count) {
            this.count = count;
        }

        @Override
        public void close() {
            units.release(count);
        }
    }
}
