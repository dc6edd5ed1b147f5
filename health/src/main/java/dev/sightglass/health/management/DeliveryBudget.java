package dev.sightglass.health.management;

import java.util.IdentityHashMap;

/**
 * Bounds the memory that slow readers can hold: the sizes of all large bodies that are on their way, each counted once
 * however many readers share it.
 */
final class DeliveryBudget {

    private final long limit;
    private final IdentityHashMap<byte[], Integer> readers = new IdentityHashMap<>();
    private long taken;

    DeliveryBudget(long limit) {
        this.limit = limit;
    }

    synchronized boolean take(byte[] body) {
        // An answer that alone is larger than all we allow still goes out, one at a time.
        boolean fits = readers.containsKey(body) || taken == 0 || taken + body.length <= limit;
        if (fits && readers.merge(body, 1, Integer::sum) == 1) {
            taken += body.length;
        }
        return fits;
    }

    synchronized void giveBack(byte[] body) {
        if (readers.computeIfPresent(body, (_, count) -> count == 1 ? null : count - 1) == null) {
            taken -= body.length;
        }
    }

    synchronized long taken() {
        return taken;
    }
}
