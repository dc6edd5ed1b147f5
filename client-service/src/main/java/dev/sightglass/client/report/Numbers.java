package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What counts as a number in a report. */
final class Numbers {

    private static final int ALWAYS_FINITE_LENGTH = 300;
    private static final Set<String> NON_FINITE =
        Set.of("nan", "infinity", "+infinity", "-infinity", "inf", "+inf", "-inf");

    private Numbers() {}

    /** Whether the current value is, or spells, a number that fits a double. */
    static boolean isNumber(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> parser.getTextLength() <= ALWAYS_FINITE_LENGTH
                || Double.isFinite(parser.getDoubleValue());
            case VALUE_NUMBER_FLOAT -> Double.isFinite(parser.getDoubleValue());
            case VALUE_STRING -> isFinite(parser.getText());
            default -> false;
        };
    }

    /** Whether the current value is, or spells, a number without a fraction that fits 64 bits. */
    static boolean isWhole(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            case VALUE_NUMBER_FLOAT, VALUE_STRING -> hasNoFraction(parser.getText());
            default -> false;
        };
    }

    static boolean isNonFiniteWord(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
            && NON_FINITE.contains(parser.getText().strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isFinite(String text) {
        if (text.isEmpty() || !isNumeral(text)) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException ignored) {
            return false;
        }
    }

    private static boolean hasNoFraction(String text) {
        if (!isFinite(text)) {
            return false;
        }
        double value = Double.parseDouble(text);
        return Math.abs(value) < Long.MAX_VALUE && value == Math.rint(value)
            && new BigDecimal(text).stripTrailingZeros().scale() <= 0;
    }

    /** Java's own parser also takes hexadecimal numbers and the suffixes d and f. */
    private static boolean isNumeral(String text) {
        return text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
    }
}
