package dev.sightglass.client.report;

import dev.sightglass.converter.InvalidSourceException;
import java.util.Locale;
import java.util.Set;

/** Which limits a comparison needs. */
final class Limits {

    private static final Set<String> NONE = Set.of("", "LOG");
    private static final Set<String> ONE =
        Set.of("EQ", "EQT", "NE", "LT", "LE", "GT", "GE", "CASESENSIT", "IGNORECASE");
    private static final Set<String> TWO = Set.of("GTLT", "GTLE", "GELT", "GELE", "LTGT", "LTGE", "LEGT", "LEGE");

    static final Rule COMPARISON = Values.word("LOG", "EQ", "EQT", "NE", "LT", "LE", "GT", "GE", "CASESENSIT",
        "IGNORECASE", "GTLT", "GTLE", "GELT", "GELE", "LTGT", "LTGE", "LEGT", "LEGE");

    private Limits() {}

    /** A measurement without a value was not compared, so its limits do not matter. */
    static void check(Reading reading, Shape.Seen seen) {
        var operator = seen.text("compOp").toUpperCase(Locale.ROOT);
        if (NONE.contains(operator)) {
            return;
        }
        boolean two = TWO.contains(operator);
        if (!two && !ONE.contains(operator)) {
            reading.wrong("compOp: expected LOG, EQ, NE, LT, LE, GT, GE, or two of them such as GELE. Found: "
                + InvalidSourceException.quote(operator));
        } else if (seen.has("value") && !(seen.has("lowLimit") && (!two || seen.has("highLimit")))) {
            reading.wrong(two ? operator + " compares with two limits: lowLimit and highLimit are required"
                : operator + " compares with one limit, which goes into lowLimit: it is required");
        }
    }
}
