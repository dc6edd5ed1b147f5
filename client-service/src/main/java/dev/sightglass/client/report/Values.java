package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** The rules for values that are not objects. */
final class Values {

    /** Any text, which also covers texts too long to be worth reading. */
    static final Rule TEXT = reading -> {
        if (!reading.is(JsonToken.VALUE_STRING)) {
            reading.expected("a text");
        }
    };

    static final Rule FLAG = reading -> {
        if (!reading.parser().currentToken().isBoolean()) {
            reading.expected("true or false");
        }
    };

    static final Rule GUID = reading -> {
        if (!reading.is(JsonToken.VALUE_STRING) || !Ids.isGuid(reading.parser().getText())) {
            reading.expected("a GUID such as 0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01");
        }
    };

    /** A number, or a text that spells one: the server's own exports hold both. */
    static final Rule NUMBER = reading -> {
        if (!Numbers.isNumber(reading.parser())) {
            reading.expected("a number");
        }
    };

    static final Rule WHOLE = reading -> {
        if (!Numbers.isWhole(reading.parser())) {
            reading.expected("a whole number");
        }
    };

    /** A measured value or a limit, which JSON cannot spell when it is not finite. */
    static final Rule MEASURED = reading -> {
        if (!Numbers.isNumber(reading.parser()) && !Numbers.isNonFiniteWord(reading.parser())) {
            reading.expected("a number, or one of the texts \"NaN\", \"Infinity\", \"-Infinity\"");
        }
    };

    static final Rule NUMBER_OR_TEXT = reading -> {
        if (!reading.parser().currentToken().isNumeric() && !reading.is(JsonToken.VALUE_STRING)) {
            reading.expected("a number or a text");
        }
    };

    private Values() {}

    /** A text that may be empty. */
    static Rule text(int max) {
        return reading -> checkText(reading, max, false);
    }

    /** A text that says something. */
    static Rule filled(int max) {
        return reading -> checkText(reading, max, true);
    }

    /** One of a few words, in any case. */
    static Rule word(String... words) {
        var allowed = Set.of(words);
        var expectation = "one of " + String.join(", ", words);
        return reading -> {
            if (!reading.is(JsonToken.VALUE_STRING)
                || !allowed.contains(reading.parser().getText().toUpperCase(Locale.ROOT))) {
                reading.expected(expectation);
            }
        };
    }

    /** One of a few letters, exactly so. */
    static Rule letter(String... letters) {
        var allowed = Set.of(letters);
        var expectation = "one of " + String.join(", ", letters);
        return reading -> {
            if (!reading.is(JsonToken.VALUE_STRING) || !allowed.contains(reading.parser().getText())) {
                reading.expected(expectation);
            }
        };
    }

    /** An array in which each element keeps a rule. */
    static Rule listOf(Rule element) {
        return reading -> {
            if (!reading.is(JsonToken.START_ARRAY)) {
                reading.expected("an array");
                return;
            }
            while (reading.parser().nextToken() != JsonToken.END_ARRAY) {
                element.check(reading);
            }
        };
    }

    private static void checkText(Reading reading, int max, boolean filled) throws IOException {
        var parser = reading.parser();
        if (!reading.is(JsonToken.VALUE_STRING)) {
            reading.expected("a text");
        } else if (parser.getTextLength() > max) {
            reading.wrong("expected at most " + max + " characters. Found: " + parser.getTextLength());
        } else if (filled && parser.getText().isBlank()) {
            reading.wrong("is required. Found: an empty text");
        }
    }
}
