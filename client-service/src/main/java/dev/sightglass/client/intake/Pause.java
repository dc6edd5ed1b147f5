package dev.sightglass.client.intake;

/** A time in which nothing is taken, because nobody further on can; after it, one file at a time feels the way. Not thread-safe. */
final class Pause {

    private String reason = "";
    private long endNanos;

    void begin(String why, long untilNanos) {
        reason = why;
        endNanos = untilNanos;
    }

    void over() {
        reason = "";
    }

    boolean isOn() {
        return !reason.isEmpty();
    }

    boolean hasEnded(long now) {
        return endNanos - now <= 0;
    }

    String reason() {
        return reason;
    }

    /** How many files may be under way. */
    int limit(long now, int usual) {
        if (!isOn()) {
            return usual;
        }
        return hasEnded(now) ? 1 : 0;
    }

    long nanosToEnd(long now) {
        return isOn() && !hasEnded(now) ? endNanos - now : Long.MAX_VALUE;
    }
}
