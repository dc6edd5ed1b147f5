package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonToken;

/** The points of a chart's series: numbers in one text, with semicolons between them. */
final class ChartPoints {

    static final Rule RULE = reading -> {
        if (!reading.is(JsonToken.VALUE_STRING)) {
            reading.expected("a text of numbers with semicolons between them");
        } else if (reading.parser().getText().indexOf(',') >= 0) {
            reading.expected("numbers with a decimal point and semicolons between them");
        }
    };

    private ChartPoints() {}

    /** Without x values the server counts the points itself. */
    static void check(Reading reading, Shape.Seen seen) {
        long x = count(seen.text("xdata"));
        long y = count(seen.text("ydata"));
        if (x > 0 && x != y) {
            reading.wrong("expected as many numbers in ydata as in xdata, " + x + ". Found: " + y);
        }
    }

    private static long count(String points) {
        if (points.isBlank()) {
            return 0;
        }
        long separators = points.chars().filter(c -> c == ';').count();
        return points.stripTrailing().endsWith(";") ? separators : separators + 1;
    }
}
