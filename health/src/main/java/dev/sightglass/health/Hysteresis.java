package dev.sightglass.health;

/**
 * How many bad results make a component DOWN, and how many good ones bring it back. The first result of all decides at
 * once: there is no earlier state to hold on to.
 *
 * @param bad so many bad results, 1 or more
 * @param of among the last so many, at least {@code bad}, at most 64
 * @param good so many results in a row that are not bad end it, 1 or more
 */
public record Hysteresis(int bad, int of, int good) {

    /** Every result counts at once. */
    public static final Hysteresis NONE = new Hysteresis(1, 1, 1);

    private static final int LONGEST_WINDOW = 64;

    /** Checks the numbers. */
    public Hysteresis {
        if (bad < 1 || of < bad || of > LONGEST_WINDOW || good < 1) {
            throw new IllegalArgumentException("hysteresis: must have 1 <= bad <= of <= " + LONGEST_WINDOW
                + " and good >= 1. Found: bad=" + bad + ", of=" + of + ", good=" + good);
        }
    }
}
