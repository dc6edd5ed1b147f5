package dev.sightglass.converter.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with the limits that it needs.
 *
 * @param comparison how a value is compared
 * @param low the low limit, or the only one; null when there is none
 * @param high the high limit; null when there is none
 */
public record Limits(Comparison comparison, @Nullable Decimal low, @Nullable Decimal high) {

    /**
     * Checks the comparison.
     *
     * @throws NullPointerException when it is null
     */
    public Limits {
        Objects.requireNonNull(comparison, "comparison");
    }

    /**
     * No limits: the value is only logged.
     *
     * @return the limits
     */
    public static Limits none() {
        return new Limits(Comparison.LOG, null, null);
    }

    /**
     * One limit.
     *
     * @param comparison one that needs one limit
     * @param limit the limit
     * @return the limits
     * @throws IllegalArgumentException when the comparison needs another number of limits
     */
    public static Limits of(Comparison comparison, double limit) {
        return new Limits(needing(1, comparison), Decimal.of(limit), null);
    }

    /**
     * Two limits.
     *
     * @param comparison one that needs two limits
     * @param low the low limit
     * @param high the high limit
     * @return the limits
     * @throws IllegalArgumentException when the comparison needs another number of limits
     */
    public static Limits of(Comparison comparison, double low, double high) {
        return new Limits(needing(2, comparison), Decimal.of(low), Decimal.of(high));
    }

    /**
     * At least low and at most high.
     *
     * @param low the smallest value that passes
     * @param high the greatest value that passes
     * @return the limits
     */
    public static Limits between(double low, double high) {
        return of(Comparison.GELE, low, high);
    }

    /**
     * At least a limit.
     *
     * @param limit the smallest value that passes
     * @return the limits
     */
    public static Limits atLeast(double limit) {
        return of(Comparison.GE, limit);
    }

    /**
     * At most a limit.
     *
     * @param limit the greatest value that passes
     * @return the limits
     */
    public static Limits atMost(double limit) {
        return of(Comparison.LE, limit);
    }

    /**
     * The limits that are there, compared the usual way: both inclusive, or the one that is given, or none.
     *
     * @param low the low limit, or null
     * @param high the high limit, or null
     * @return GELE, GE, LE or LOG; a single limit goes where the server looks for it, into the low one
     */
    public static Limits given(@Nullable Decimal low, @Nullable Decimal high) {
        if (low != null && high != null) {
            return new Limits(Comparison.GELE, low, high);
        }
        if (low != null) {
            return new Limits(Comparison.GE, low, null);
        }
        return high == null ? none() : new Limits(Comparison.LE, high, null);
    }

    boolean hold(Decimal value) {
        if (comparison.limits() == 0 || low == null) {
            return true;
        }
        if (comparison.limits() == 1) {
            return comparison.holds(value, low);
        }
        return high == null || comparison.holds(value, low, high);
    }

    private static Comparison needing(int limits, Comparison comparison) {
        if (comparison.limits() != limits) {
            throw new IllegalArgumentException(
                comparison + " needs " + comparison.limits() + " limits. Found: " + limits);
        }
        return comparison;
    }
}
