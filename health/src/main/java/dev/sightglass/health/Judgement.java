package dev.sightglass.health;

import org.jspecify.annotations.Nullable;

/** Applies a {@link Hysteresis} to one component's results. Not thread-safe. */
final class Judgement {

    private final Hysteresis hysteresis;
    private final long windowMask;
    private long failures;
    private int goodInARow;
    private boolean down;
    private boolean first = true;

    Judgement(Hysteresis hysteresis) {
        this.hysteresis = hysteresis;
        this.windowMask = -1L >>> (Long.SIZE - hysteresis.of());
    }

    /** Takes the next result and says it in the words that count. */
    Verdict judge(CheckResult result) {
        boolean bad = result.status() == Status.DOWN;
        failures = (failures << 1 | (bad ? 1 : 0)) & windowMask;
        goodInARow = bad ? 0 : goodInARow + 1;
        if (first || !down) {
            down = first ? bad : Long.bitCount(failures) >= hysteresis.bad();
        } else if (goodInARow >= hysteresis.good()) {
            down = false;
            failures = 0;
        }
        first = false;
        return verdict(result, bad);
    }

    private Verdict verdict(CheckResult result, boolean bad) {
        if (down && !bad) {
            return new Verdict(ComponentState.DOWN,
                "recovering, " + goodInARow + " of " + hysteresis.good() + " good results: " + result.reason(),
                "None yet: it is coming back.");
        }
        if (bad && !down) {
            return new Verdict(ComponentState.DEGRADED, "tolerated, " + Long.bitCount(failures) + " of "
                + hysteresis.bad() + " failures: " + result.reason(), result.nextStep());
        }
        var state = switch (result.status()) {
            case UP -> ComponentState.UP;
            case DEGRADED -> ComponentState.DEGRADED;
            case DOWN -> ComponentState.DOWN;
        };
        return new Verdict(state, result.reason(), result.nextStep());
    }

    record Verdict(ComponentState state, String reason, @Nullable String nextStep) {}
}
