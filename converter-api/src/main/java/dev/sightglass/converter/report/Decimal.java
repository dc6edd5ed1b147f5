package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightglass.converter.InvalidSourceException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of a report. Numbers read from text keep their digits: {@code 1.50} stays {@code 1.50}. Those that JSON cannot spell are
 * written as the texts NaN, Infinity and -Infinity. Immutable.
 */
public final class Decimal {

    /** Sums of numbers with wild exponents would fill the memory with digits. */
    private static final int LARGEST_SCALE = 1000;

    private final @Nullable BigDecimal finite;
    private final double approximate;

    private Decimal(@Nullable BigDecimal finite, double approximate) {
        this.finite = finite;
        this.approximate = approximate;
    }

    /**
     * A number from a calculation.
     *
     * @param value any double, the infinities and NaN included
     * @return the number with the digits of {@link Double#toString(double)}
     */
    public static Decimal of(double value) {
        return new Decimal(Double.isFinite(value) ? BigDecimal.valueOf(value) : null, value);
    }

    /**
     * An exact number.
     *
     * @param value the value, scale included
     * @return the number with those digits
     */
    public static Decimal of(BigDecimal value) {
        return new Decimal(value, value.doubleValue());
    }

    /**
     * A number as a test system writes it, with a decimal point.
     *
     * @param text digits, with sign, point and exponent as needed, or a word for NaN or an infinity in any case; surrounding white space
     *            does not matter
     * @return the number
     * @throws NumberFormatException when the text is no number; its message quotes the text
     */
    public static Decimal parse(String text) {
        var plain = text.strip();
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan", "ind", "-ind" -> of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity", "\u221e", "+\u221e" -> of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity", "-\u221e" -> of(Double.NEGATIVE_INFINITY);
            default -> parseFinite(plain);
        };
    }

    private static Decimal parseFinite(String text) {
        try {
            var value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
                throw new NumberFormatException("its exponent is beyond what a measurement has");
            }
            return of(value);
        } catch (NumberFormatException wrong) {
            var explained =
                new NumberFormatException("expected a number. Found: " + InvalidSourceException.quote(text));
            explained.initCause(wrong);
            throw explained;
        }
    }

    /**
     * The nearest double.
     *
     * @return the value; NaN and the infinities as such
     */
    public double doubleValue() {
        return approximate;
    }

    /** Compares as numbers do: nothing is less than, equal to or greater than NaN, which the caller has excluded. */
    int compareTo(Decimal other) {
        return finite != null && other.finite != null ? finite.compareTo(other.finite)
            : Double.compare(approximate, other.approximate);
    }

    boolean isNaN() {
        return Double.isNaN(approximate) && finite == null;
    }

    JsonNode toJson() {
        return finite == null ? TextNode.valueOf(Double.toString(approximate)) : DecimalNode.valueOf(finite);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decimal that && Objects.equals(finite, that.finite)
            && Double.compare(approximate, that.approximate) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(approximate);
    }

    @Override
    public String toString() {
        return finite == null ? Double.toString(approximate) : finite.toString();
    }
}
