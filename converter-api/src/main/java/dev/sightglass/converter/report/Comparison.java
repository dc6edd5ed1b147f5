package dev.sightglass.converter.report;

import java.util.Locale;
import java.util.Optional;

/** How a value is compared with its limits. Two letters at a time: G greater, L less, T than, E or equal. */
public enum Comparison {

    /** Not at all: the value is only logged. */
    LOG(0),
    /** Equal. */
    EQ(1),
    /** Equal, in the spelling for tolerances. */
    EQT(1),
    /** Not equal. */
    NE(1),
    /** Less than the limit. */
    LT(1),
    /** At most the limit. */
    LE(1),
    /** Greater than the limit. */
    GT(1),
    /** At least the limit. */
    GE(1),
    /** Inside, limits excluded. */
    GTLT(2),
    /** Inside, low limit excluded. */
    GTLE(2),
    /** Inside, high limit excluded. */
    GELT(2),
    /** Inside, limits included. */
    GELE(2),
    /** Outside, limits excluded. */
    LTGT(2),
    /** Outside, low limit excluded. */
    LTGE(2),
    /** Outside, high limit excluded. */
    LEGT(2),
    /** Outside, limits included. */
    LEGE(2),
    /** Texts are the same. */
    CASESENSIT(1),
    /** Texts are the same but for case. */
    IGNORECASE(1);

    private final int limits;

    Comparison(int limits) {
        this.limits = limits;
    }

    /**
     * The comparison of a name.
     *
     * @param word such as {@code GELE} or {@code IgnoreCase}; case and surrounding white space do not matter
     * @return the comparison, or empty when there is none of that name
     */
    public static Optional<Comparison> ofWord(String word) {
        var plain = word.strip().toUpperCase(Locale.ROOT);
        for (var comparison : values()) {
            if (comparison.name().equals(plain)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    /**
     * How many limits it needs.
     *
     * @return 0, 1 (the low one, whatever the direction) or 2
     */
    public int limits() {
        return limits;
    }

    boolean holds(Decimal value, Decimal limit) {
        return !value.isNaN() && !limit.isNaN() && holds(value.compareTo(limit));
    }

    boolean holds(Decimal value, Decimal low, Decimal high) {
        boolean belowHigh = half(2).holds(value, high);
        boolean aboveLow = half(0).holds(value, low);
        return isInside() ? aboveLow && belowHigh : aboveLow || belowHigh;
    }

    boolean holds(String value, String limit) {
        return this == IGNORECASE ? value.equalsIgnoreCase(limit) : holds(value.compareTo(limit));
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQ, EQT, CASESENSIT -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> true;
        };
    }

    /** The first two letters compare with the low limit, the last two with the high one. */
    private Comparison half(int from) {
        return valueOf(name().substring(from, from + 2));
    }

    private boolean isInside() {
        return name().startsWith("G");
    }
}
